package org.hookline.ir;

/**
 * What an interpreter can do with truth and with values. The simulator computes with {@code
 * Boolean} and {@code Long}, the checker with decision diagrams and vectors of them.
 *
 * @param <B> truth: whether the packet in hand is meant, or which opening packets are
 * @param <V> the value of a field; widths are those of the field it came from
 */
public interface Algebra<B, V> {

  B constant(boolean truth);

  B not(B a);

  B and(B a, B b);

  B or(B a, B b);

  boolean isFalse(B a);

  /** The number in {@code width} bits. */
  V value(int width, long number);

  /** Modulo the width. */
  V minusOne(V x);

  /** The sum with a number that may be negative, modulo the width. */
  V plus(V x, long number);

  /** Where {@code x} and {@code value} agree in the bits of the mask. */
  B masked(V x, long value, long mask);

  /** Where {@code low <= x <= high}, unsigned. */
  B inRange(V x, long low, long high);

  /** The part of {@code under} where both agree in the bits of the mask; never evaluated alone. */
  B same(V a, V b, long mask, B under);

  V ifThenElse(B condition, V then, V otherwise);

  /** {@code (x & ~mask) | (y & mask)}. */
  V mix(V x, V y, long mask);

  /** {@code x} with the bits of the constant flipped. */
  V flip(V x, long bits);
}
