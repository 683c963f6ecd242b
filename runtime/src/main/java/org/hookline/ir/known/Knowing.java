package org.hookline.ir.known;

import org.hookline.ir.Algebra;

/** Truth and values of packets of which only some bits are known. */
final class Knowing implements Algebra<Truth, Bits> {
  static final Knowing PLAIN = new Knowing();

  private Knowing() {}

  @Override
  public Truth constant(boolean truth) {
    return Truth.of(truth);
  }

  @Override
  public Truth not(Truth a) {
    return a == Truth.MAYBE ? a : Truth.of(a == Truth.NO);
  }

  @Override
  public Truth and(Truth a, Truth b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  @Override
  public Truth or(Truth a, Truth b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Override
  public boolean isFalse(Truth a) {
    return a == Truth.NO;
  }

  @Override
  public Bits value(int width, long number) {
    return Bits.all(number & -1L >>> (64 - width));
  }

  @Override
  public Bits minusOne(Bits x) {
    return plus(x, -1);
  }

  @Override
  public Bits plus(Bits x, long number) {
    return x.all() ? Bits.all(x.value() + number) : Bits.NONE;
  }

  @Override
  public Truth masked(Bits x, long value, long mask) {
    return same(x, Bits.all(value), mask, Truth.YES);
  }

  /** Between the lowest and the highest value that the known bits leave. */
  @Override
  public Truth inRange(Bits x, long low, long high) {
    long least = x.value();
    long most = x.value() | ~x.mask();
    if (Long.compareUnsigned(most, low) < 0 || Long.compareUnsigned(high, least) < 0) {
      return Truth.NO;
    }
    return Long.compareUnsigned(low, least) <= 0 && Long.compareUnsigned(most, high) <= 0
        ? Truth.YES
        : Truth.MAYBE;
  }

  @Override
  public Truth same(Bits a, Bits b, long mask, Truth under) {
    long known = a.mask() & b.mask() & mask;
    if (((a.value() ^ b.value()) & known) != 0) {
      return Truth.NO;
    }
    return and(under, known == mask ? Truth.YES : Truth.MAYBE);
  }

  @Override
  public Bits ifThenElse(Truth condition, Bits then, Bits otherwise) {
    return switch (condition) {
      case YES -> then;
      case NO -> otherwise;
      case MAYBE -> then.common(otherwise);
    };
  }

  @Override
  public Bits mix(Bits x, Bits y, long mask) {
    return Bits.of(
        (x.value() & ~mask) | (y.value() & mask), (x.mask() & ~mask) | (y.mask() & mask));
  }

  @Override
  public Bits flip(Bits x, long bits) {
    return Bits.of(x.value() ^ bits, x.mask());
  }
}
