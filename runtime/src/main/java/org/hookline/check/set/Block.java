package org.hookline.check.set;

/**
 * The contiguous variables of one field or choice, its most significant bit on top.
 *
 * @param base number of the topmost variable
 * @param width how many
 */
public record Block(int base, int width) {

  /** The variable of a bit; bit 0 is the least significant. */
  public int variable(int bit) {
    return base + width - 1 - bit;
  }

  /** The first variable below the block. */
  public int end() {
    return base + width;
  }

  public boolean contains(int variable) {
    return base <= variable && variable < end();
  }
}
