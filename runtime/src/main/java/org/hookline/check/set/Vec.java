package org.hookline.check.set;

import java.util.Arrays;

/**
 * The value of a field over all opening packets: one diagram a bit, bit 0 the least significant.
 * Made by {@link Vectors}, which gives equal vectors as the same object.
 */
public final class Vec {
  private final int[] bits;
  private final int hash;
  private final boolean constant;
  private final long number;

  Vec(int[] bits) {
    this.bits = bits;
    this.hash = Arrays.hashCode(bits);
    boolean known = true;
    long value = 0;
    for (int i = 0; i < bits.length; i++) {
      known &= bits[i] <= Diagrams.TRUE;
      value |= (long) (bits[i] & 1) << i;
    }
    this.constant = known;
    this.number = known ? value : 0;
  }

  public int width() {
    return bits.length;
  }

  /** The diagram of a bit; false beyond the width. */
  public int bit(int index) {
    return index < bits.length ? bits[index] : Diagrams.FALSE;
  }

  /** Whether every opening packet has the same value here. */
  public boolean isConstant() {
    return constant;
  }

  /** Of a constant. */
  public long number() {
    return number;
  }

  /** A copy to change. */
  int[] copy(int width) {
    return Arrays.copyOf(bits, width);
  }

  boolean sameAs(int[] others) {
    return Arrays.equals(bits, others);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }
}
