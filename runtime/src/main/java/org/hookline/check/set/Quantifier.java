package org.hookline.check.set;

import java.util.BitSet;

/** Removes variables from diagrams: "for some value of them" or "for all". */
public final class Quantifier {
  private final Diagrams diagrams;
  private final BitSet variables;
  private final int last;
  private final NodeMap memo = new NodeMap();

  /**
   * @param variables those that are removed
   */
  public Quantifier(Diagrams diagrams, BitSet variables) {
    this.diagrams = diagrams;
    this.variables = (BitSet) variables.clone();
    this.last = variables.length() - 1;
  }

  /** Where some values of the variables make {@code f} true. */
  public int exists(int f) {
    if (diagrams.variable(f) > last) {
      return f;
    }
    int known = memo.get(f);
    if (known >= 0) {
      return known;
    }
    int variable = diagrams.variable(f);
    int whereFalse = exists(diagrams.low(f));
    int result;
    if (variables.get(variable)) {
      result =
          whereFalse == Diagrams.TRUE
              ? Diagrams.TRUE
              : diagrams.or(whereFalse, exists(diagrams.high(f)));
    } else {
      result = diagrams.node(variable, whereFalse, exists(diagrams.high(f)));
    }
    memo.put(f, result);
    return result;
  }

  /** Where all values of the variables make {@code f} true. */
  public int all(int f) {
    return diagrams.not(exists(diagrams.not(f)));
  }
}
