package org.hookline.check.set;

import java.util.BitSet;

/**
 * The variables of one field or choice, its most significant bit on top.
 *
 * @param base number of the topmost variable
 * @param width how many
 * @param stride distance from one to the next; other blocks may lie in between
 */
public record Block(int base, int width, int stride) {

  /** Neighbouring variables. */
  public Block(int base, int width) {
    this(base, width, 1);
  }

  /** The variable of a bit; bit 0 is the least significant. */
  public int variable(int bit) {
    return base + (width - 1 - bit) * stride;
  }

  /** All variables of the block and of what lies in between are below this number. */
  public int end() {
    return base + width * stride;
  }

  /** Adds the variables to a set. */
  public void addTo(BitSet variables) {
    for (int bit = 0; bit < width; bit++) {
      variables.set(variable(bit));
    }
  }

  /** Removes the variables from a set. */
  public void removeFrom(BitSet variables) {
    for (int bit = 0; bit < width; bit++) {
      variables.clear(variable(bit));
    }
  }

  /** Whether a set has some of the variables. */
  public boolean meets(BitSet variables) {
    for (int bit = 0; bit < width; bit++) {
      if (variables.get(variable(bit))) {
        return true;
      }
    }
    return false;
  }
}
