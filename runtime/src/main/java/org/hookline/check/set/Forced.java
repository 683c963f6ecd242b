package org.hookline.check.set;

import java.util.HashMap;
import java.util.Map;

/** Which variables have the same truth wherever a function is true. */
public final class Forced {
  private final Diagrams diagrams;
  private final int words;

  /** Words of variables that are forced to be true, then words of those forced to be false. */
  private final Map<Integer, long[]> memo = new HashMap<>();

  private final long[] result;

  /**
   * @param f is not false
   * @param variables those with a lower number are looked at
   */
  public Forced(Diagrams diagrams, int f, int variables) {
    this.diagrams = diagrams;
    this.words = (variables + 63) / 64;
    this.result = of(f);
  }

  public boolean isTrue(int variable) {
    return (result[variable >> 6] >>> variable & 1) != 0;
  }

  public boolean isFalse(int variable) {
    return (result[words + (variable >> 6)] >>> variable & 1) != 0;
  }

  private long[] of(int f) {
    if (diagrams.variable(f) >= 64 * words) {
      return new long[2 * words];
    }
    long[] known = memo.get(f);
    if (known != null) {
      return known;
    }
    int variable = diagrams.variable(f);
    long[] forced;
    if (diagrams.low(f) == Diagrams.FALSE) {
      forced = of(diagrams.high(f)).clone();
      forced[variable >> 6] |= 1L << variable;
    } else if (diagrams.high(f) == Diagrams.FALSE) {
      forced = of(diagrams.low(f)).clone();
      forced[words + (variable >> 6)] |= 1L << variable;
    } else {
      forced = of(diagrams.low(f)).clone();
      long[] other = of(diagrams.high(f));
      for (int i = 0; i < forced.length; i++) {
        forced[i] &= other[i];
      }
    }
    memo.put(f, forced);
    return forced;
  }
}
