package org.hookline.sim;

import org.hookline.ir.Algebra;

/**
 * Truth and values of a single packet. Results may exceed a field's width until they are stored.
 */
final class Arithmetic implements Algebra<Boolean, Long> {
  static final Arithmetic PLAIN = new Arithmetic();

  private Arithmetic() {}

  @Override
  public Boolean constant(boolean truth) {
    return truth;
  }

  @Override
  public Boolean not(Boolean a) {
    return !a;
  }

  @Override
  public Boolean and(Boolean a, Boolean b) {
    return a && b;
  }

  @Override
  public Boolean or(Boolean a, Boolean b) {
    return a || b;
  }

  @Override
  public boolean isFalse(Boolean a) {
    return !a;
  }

  @Override
  public Long value(int width, long number) {
    return number & -1L >>> (64 - width);
  }

  @Override
  public Long minusOne(Long x) {
    return x - 1;
  }

  @Override
  public Long plus(Long x, long number) {
    return x + number;
  }

  @Override
  public Boolean masked(Long x, long value, long mask) {
    return ((x ^ value) & mask) == 0;
  }

  @Override
  public Boolean inRange(Long x, long low, long high) {
    return Long.compareUnsigned(low, x) <= 0 && Long.compareUnsigned(x, high) <= 0;
  }

  @Override
  public Boolean same(Long a, Long b, long mask, Boolean under) {
    return under && ((a ^ b) & mask) == 0;
  }

  @Override
  public Long ifThenElse(Boolean condition, Long then, Long otherwise) {
    return condition ? then : otherwise;
  }

  @Override
  public Long mix(Long x, Long y, long mask) {
    return (x & ~mask) | (y & mask);
  }

  @Override
  public Long flip(Long x, long bits) {
    return x ^ bits;
  }
}
