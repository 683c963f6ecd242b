package org.hookline.ir.known;

/**
 * A value of which some bits are known.
 *
 * @param value 0 in all other bits
 * @param mask the known bits; those above the width of a field are known to be 0
 */
public record Bits(long value, long mask) {
  static final Bits NONE = new Bits(0, 0);

  static Bits of(long value, long mask) {
    return new Bits(value & mask, mask);
  }

  static Bits all(long value) {
    return new Bits(value, -1L);
  }

  boolean all() {
    return mask == -1L;
  }

  /** The known bits in which both agree. */
  Bits common(Bits other) {
    return of(value, mask & other.mask & ~(value ^ other.value));
  }
}
