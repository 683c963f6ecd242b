package org.hookline.check.set;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which variables have the same truth wherever a function is true. */
public final class Forced {
  private final Diagrams diagrams;
  private final int words;
  private final int[] index;

  /** Words of variables that are forced to be true, then words of those forced to be false. */
  private final Map<Integer, long[]> memo = new HashMap<>();

  private final long[] result;

  /**
   * @param f is not false, and depends on nothing but the blocks
   * @param blocks in the order of their variables
   */
  public Forced(Diagrams diagrams, int f, List<Block> blocks) {
    this.diagrams = diagrams;
    this.index = new int[blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end()];
    int variables = 0;
    for (Block block : blocks) {
      for (int bit = 0; bit < block.width(); bit++) {
        index[block.variable(bit)] = variables++;
      }
    }
    this.words = (variables + 63) / 64;
    this.result = of(f);
  }

  /** Whether a variable of the blocks is true wherever the function is. */
  public boolean isTrue(int variable) {
    int at = index[variable];
    return (result[at >> 6] >>> at & 1) != 0;
  }

  /** Whether a variable of the blocks is false wherever the function is true. */
  public boolean isFalse(int variable) {
    int at = index[variable];
    return (result[words + (at >> 6)] >>> at & 1) != 0;
  }

  private long[] of(int f) {
    if (diagrams.isTerminal(f)) {
      return new long[2 * words];
    }
    long[] known = memo.get(f);
    if (known != null) {
      return known;
    }
    int at = index[diagrams.variable(f)];
    long[] forced;
    if (diagrams.low(f) == Diagrams.FALSE) {
      forced = of(diagrams.high(f)).clone();
      forced[at >> 6] |= 1L << at;
    } else if (diagrams.high(f) == Diagrams.FALSE) {
      forced = of(diagrams.low(f)).clone();
      forced[words + (at >> 6)] |= 1L << at;
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
