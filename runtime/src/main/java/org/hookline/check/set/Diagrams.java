package org.hookline.check.set;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An arena of decision diagrams over numbered variables, smaller numbers on top. A diagram is an
 * {@code int}: {@link #FALSE}, {@link #TRUE}, or a node; equal functions are equal numbers. There
 * are no reference counts: an arena serves one question and is thrown away whole.
 *
 * <p>Besides truth a diagram may end in other {@link #terminal}s; only the operations that say so
 * take such diagrams.
 */
public final class Diagrams {
  public static final int FALSE = 0;
  public static final int TRUE = 1;

  /** Above every variable: what {@link #variable} says of a terminal. */
  public static final int TERMINAL = Integer.MAX_VALUE;

  private int[] variable = new int[1 << 12];
  private int[] low = new int[1 << 12];
  private int[] high = new int[1 << 12];
  private int[] unique = new int[1 << 13];
  private int count = 2;
  private final int room;
  private int limit;
  private final OperationCache cache = new OperationCache();
  private final OperationCache comparisons = new OperationCache();

  /**
   * @param limit nodes at most; an operation that needs more throws {@link TooManyNodes}
   */
  public Diagrams(int limit) {
    this.room = limit;
    this.limit = limit;
    variable[FALSE] = TERMINAL;
    variable[TRUE] = TERMINAL;
    high[TRUE] = 1;
    low[TRUE] = 1;
  }

  public Diagrams() {
    this(1 << 23);
  }

  /** Nodes made so far. */
  public int count() {
    return count;
  }

  /** Makes the whole room anew, so that what was found so far can still be put together. */
  public void raiseLimit() {
    limit = Math.max(limit, count + room);
  }

  /** The function that is true when the variable is. */
  public int literal(int number) {
    return node(number, FALSE, TRUE);
  }

  /** A further terminal; {@code value} is 2 or more. */
  public int terminal(int value) {
    return unique(TERMINAL, value, value);
  }

  /** Number of the variable that is tested first. */
  public int variable(int f) {
    return variable[f];
  }

  public boolean isTerminal(int f) {
    return variable[f] == TERMINAL;
  }

  /** Of a terminal: 0, 1 or the value that it was made with. */
  public int valueOf(int f) {
    return low[f];
  }

  /** The rest where the first tested variable is false. */
  public int low(int f) {
    return low[f];
  }

  /** The rest where the first tested variable is true. */
  public int high(int f) {
    return high[f];
  }

  /** "If the variable then {@code ifTrue} else {@code ifFalse}"; both test only later variables. */
  public int node(int number, int ifFalse, int ifTrue) {
    return ifFalse == ifTrue ? ifFalse : unique(number, ifFalse, ifTrue);
  }

  private int unique(int number, int ifFalse, int ifTrue) {
    int mask = unique.length - 1;
    int at = OperationCache.hash(number, ifFalse, ifTrue) & mask;
    for (int here = unique[at]; here != 0; here = unique[at]) {
      if (variable[here] == number && low[here] == ifFalse && high[here] == ifTrue) {
        return here;
      }
      at = (at + 1) & mask;
    }
    if (count == variable.length) {
      growNodes();
    }
    int made = count++;
    variable[made] = number;
    low[made] = ifFalse;
    high[made] = ifTrue;
    unique[at] = made;
    if (2 * count > unique.length) {
      growUnique();
    }
    return made;
  }

  private void growNodes() {
    if (count >= limit) {
      throw new TooManyNodes(limit);
    }
    int size = 2 * count;
    variable = Arrays.copyOf(variable, size);
    low = Arrays.copyOf(low, size);
    high = Arrays.copyOf(high, size);
    cache.growTo(size);
  }

  private void growUnique() {
    int[] table = new int[2 * unique.length];
    int mask = table.length - 1;
    for (int node = 2; node < count; node++) {
      int at = OperationCache.hash(variable[node], low[node], high[node]) & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = node;
    }
    unique = table;
  }

  /** If {@code f} then {@code g} else {@code h}; {@code g} and {@code h} may have any terminals. */
  public int ifThenElse(int f, int g, int h) {
    int then = f == g ? TRUE : g;
    int otherwise = f == h ? FALSE : h;
    if (f == TRUE || then == otherwise) {
      return then;
    }
    if (f == FALSE) {
      return otherwise;
    }
    if (then == TRUE && otherwise == FALSE) {
      return f;
    }
    int known = cache.get(f, then, otherwise);
    if (known >= 0) {
      return known;
    }
    int top = Math.min(variable[f], Math.min(variable[then], variable[otherwise]));
    int whereFalse = ifThenElse(low(f, top), low(then, top), low(otherwise, top));
    int whereTrue = ifThenElse(high(f, top), high(then, top), high(otherwise, top));
    int result = node(top, whereFalse, whereTrue);
    cache.put(f, then, otherwise, result);
    return result;
  }

  public int and(int f, int g) {
    if (f == FALSE || g == TRUE || f == g) {
      return f;
    }
    if (g == FALSE || f == TRUE) {
      return g;
    }
    if (g < f) {
      return and(g, f);
    }
    int known = cache.get(f, g, FALSE);
    if (known >= 0) {
      return known;
    }
    int top = Math.min(variable[f], variable[g]);
    int result = node(top, and(low(f, top), low(g, top)), and(high(f, top), high(g, top)));
    cache.put(f, g, FALSE, result);
    return result;
  }

  public int or(int f, int g) {
    if (f == TRUE || g == FALSE || f == g) {
      return f;
    }
    if (g == TRUE || f == FALSE) {
      return g;
    }
    if (g < f) {
      return or(g, f);
    }
    int known = cache.get(f, TRUE, g);
    if (known >= 0) {
      return known;
    }
    int top = Math.min(variable[f], variable[g]);
    int result = node(top, or(low(f, top), low(g, top)), or(high(f, top), high(g, top)));
    cache.put(f, TRUE, g, result);
    return result;
  }

  private int low(int f, int top) {
    return variable[f] == top ? low[f] : f;
  }

  private int high(int f, int top) {
    return variable[f] == top ? high[f] : f;
  }

  public int not(int f) {
    return ifThenElse(f, FALSE, TRUE);
  }

  /**
   * Where one of them is true. In pairs, because the union of neighbours stays small longer than a
   * growing sum.
   */
  public int either(List<Integer> functions) {
    if (functions.size() < 2) {
      return functions.isEmpty() ? FALSE : functions.get(0);
    }
    int half = functions.size() / 2;
    return or(
        either(functions.subList(0, half)), either(functions.subList(half, functions.size())));
  }

  /** {@code f} without {@code g}. */
  public int minus(int f, int g) {
    return ifThenElse(g, FALSE, f);
  }

  /** Where both have the same truth. */
  public int equal(int f, int g) {
    return f == g ? TRUE : ifThenElse(f, g, not(g));
  }

  /** {@link #compare}: both have the same truth somewhere. */
  public static final int AGREE = 1;

  /** {@link #compare}: they differ somewhere. */
  public static final int DIFFER = 2;

  /**
   * Whether two functions agree or differ where a third one is true; builds nothing.
   *
   * @return the sum of {@link #AGREE} and {@link #DIFFER}, as far as they are so; 0 if {@code
   *     under} is false
   */
  public int compare(int f, int g, int under) {
    if (under == FALSE) {
      return 0;
    }
    if (f == g) {
      return AGREE;
    }
    if (f <= TRUE && g <= TRUE) {
      return DIFFER;
    }
    int known = comparisons.get(f, g, under);
    if (known >= 0) {
      return known;
    }
    int top = Math.min(variable[under], Math.min(variable[f], variable[g]));
    int result = compare(low(f, top), low(g, top), low(under, top));
    if (result != (AGREE | DIFFER)) {
      result |= compare(high(f, top), high(g, top), high(under, top));
    }
    comparisons.put(f, g, under, result);
    return result;
  }

  /** The variables that are tested anywhere in a diagram. */
  public BitSet support(int f) {
    BitSet support = new BitSet();
    collect(f, new BitSet(), support);
    return support;
  }

  private void collect(int f, BitSet seen, BitSet support) {
    if (!isTerminal(f) && !seen.get(f)) {
      seen.set(f);
      support.set(variable[f]);
      collect(low[f], seen, support);
      collect(high[f], seen, support);
    }
  }

  /** Whether a function is true for these values of the variables. */
  public boolean holds(int f, Assignment values) {
    return terminalAt(f, values) == TRUE;
  }

  /** The terminal that the values lead to. */
  public int terminalAt(int f, Assignment values) {
    int here = f;
    while (variable[here] != TERMINAL) {
      here = values.get(variable[here]) ? high[here] : low[here];
    }
    return here;
  }
}
