package org.hookline.check.set;

import java.util.Arrays;

/** Truth of every variable; all are false at first. */
public final class Assignment {
  private long[] bits = new long[4];

  public boolean get(int variable) {
    int word = variable >> 6;
    return word < bits.length && (bits[word] >>> variable & 1) != 0;
  }

  public void set(int variable, boolean truth) {
    int word = variable >> 6;
    if (word >= bits.length) {
      bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
    }
    if (truth) {
      bits[word] |= 1L << variable;
    } else {
      bits[word] &= ~(1L << variable);
    }
  }

  /** Sets the variables of a block to a number. */
  public void set(Block block, long number) {
    for (int bit = 0; bit < block.width(); bit++) {
      set(block.variable(bit), (number >>> bit & 1) != 0);
    }
  }
}
