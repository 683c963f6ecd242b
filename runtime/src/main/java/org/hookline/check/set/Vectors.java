package org.hookline.check.set;

import java.util.Arrays;

/** Makes vectors of diagrams and computes with them. Missing high bits count as zero. */
public final class Vectors {
  private final Diagrams diagrams;
  private Vec[] interned = new Vec[1 << 10];
  private int count;

  public Vectors(Diagrams diagrams) {
    this.diagrams = diagrams;
  }

  /** The number in {@code width} bits. */
  public Vec value(int width, long number) {
    int[] bits = new int[width];
    for (int i = 0; i < width; i++) {
      bits[i] = (int) (number >>> i & 1);
    }
    return intern(bits);
  }

  /** The variables of a block. */
  public Vec variables(Block block) {
    int[] bits = new int[block.width()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = diagrams.literal(block.variable(i));
    }
    return intern(bits);
  }

  private Vec intern(int[] bits) {
    int hash = Arrays.hashCode(bits);
    int mask = interned.length - 1;
    int at = (hash ^ hash >>> 15) & mask;
    for (Vec here = interned[at]; here != null; here = interned[at]) {
      if (here.hashCode() == hash && here.sameAs(bits)) {
        return here;
      }
      at = (at + 1) & mask;
    }
    Vec made = new Vec(bits);
    interned[at] = made;
    if (2 * ++count > interned.length) {
      grow();
    }
    return made;
  }

  private void grow() {
    Vec[] old = interned;
    interned = new Vec[2 * old.length];
    int mask = interned.length - 1;
    for (Vec vec : old) {
      if (vec != null) {
        int at = (vec.hashCode() ^ vec.hashCode() >>> 15) & mask;
        while (interned[at] != null) {
          at = (at + 1) & mask;
        }
        interned[at] = vec;
      }
    }
  }

  /** The same number in another width; high bits are cut off. */
  public Vec fit(Vec x, int width) {
    return x.width() == width ? x : intern(x.copy(width));
  }

  /** Where {@code x} and the number agree in the bits of the mask. */
  public int masked(Vec x, long number, long mask) {
    if (x.isConstant()) {
      return ((x.number() ^ number) & mask) == 0 ? Diagrams.TRUE : Diagrams.FALSE;
    }
    for (int i = 0; i < 64 && mask >>> i != 0; i++) {
      if ((mask >>> i & 1) != 0 && x.bit(i) == 1 - (int) (number >>> i & 1)) {
        return Diagrams.FALSE;
      }
    }
    int where = Diagrams.TRUE;
    for (int i = 0; i < x.width() && where != Diagrams.FALSE; i++) {
      int bit = x.bit(i);
      if ((mask >>> i & 1) != 0 && bit > Diagrams.TRUE) {
        where = (number >>> i & 1) != 0 ? diagrams.and(bit, where) : diagrams.minus(where, bit);
      }
    }
    return where;
  }

  /** Where {@code low <= x <= high}, unsigned. */
  public int inRange(Vec x, long low, long high) {
    if (x.isConstant()) {
      boolean inside =
          Long.compareUnsigned(low, x.number()) <= 0 && Long.compareUnsigned(x.number(), high) <= 0;
      return inside ? Diagrams.TRUE : Diagrams.FALSE;
    }
    if (x.width() < 64 && low >>> x.width() != 0) {
      return Diagrams.FALSE;
    }
    boolean unlimited = x.width() < 64 && high >>> x.width() != 0;
    int above = Diagrams.TRUE;
    int below = Diagrams.TRUE;
    for (int i = 0; i < x.width(); i++) {
      int bit = x.bit(i);
      above = (low >>> i & 1) != 0 ? diagrams.and(bit, above) : diagrams.or(bit, above);
      below =
          unlimited || (high >>> i & 1) == 0
              ? diagrams.minus(below, bit)
              : diagrams.ifThenElse(bit, below, Diagrams.TRUE);
    }
    return unlimited ? above : diagrams.and(above, below);
  }

  /** Of {@link #disagreement}: there is not a single point where both agree. */
  public static final int NOWHERE = -1;

  /**
   * How much work it is to find out where two vectors agree.
   *
   * @return {@link #NOWHERE}, or the number of bits that agree in some points of {@code under} and
   *     differ in others
   */
  public int disagreement(Vec a, Vec b, long mask, int under) {
    if (a == b) {
      return 0;
    }
    int width = Math.max(a.width(), b.width());
    for (int i = 0; i < width; i++) {
      if ((mask >>> i & 1) != 0 && a.bit(i) + b.bit(i) == 1) {
        return NOWHERE;
      }
    }
    int open = 0;
    for (int i = 0; i < width; i++) {
      if ((mask >>> i & 1) != 0 && a.bit(i) != b.bit(i)) {
        int found = diagrams.compare(a.bit(i), b.bit(i), under);
        if (found == Diagrams.DIFFER) {
          return NOWHERE;
        }
        open += found == Diagrams.AGREE ? 0 : 1;
      }
    }
    return open;
  }

  /**
   * The part of {@code under} where both agree in the bits of the mask. Only bits that do not agree
   * everywhere are looked at: those that are constant on one side first, then the rest from the
   * top, each under what is left.
   */
  public int same(Vec a, Vec b, long mask, int under) {
    if (a == b || under == Diagrams.FALSE) {
      return under;
    }
    int disagreement = disagreement(a, b, mask, under);
    if (disagreement <= 0) {
      return disagreement == 0 ? under : Diagrams.FALSE;
    }
    int width = Math.max(a.width(), b.width());
    int left = under;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = width - 1; i >= 0 && left != Diagrams.FALSE; i--) {
        boolean constant = a.bit(i) <= Diagrams.TRUE || b.bit(i) <= Diagrams.TRUE;
        if ((mask >>> i & 1) != 0 && constant == (pass == 0)) {
          left = agree(a.bit(i), b.bit(i), left);
        }
      }
    }
    return left;
  }

  private int agree(int f, int g, int under) {
    return f == g || diagrams.compare(f, g, under) == Diagrams.AGREE
        ? under
        : diagrams.ifThenElse(f, diagrams.and(under, g), diagrams.minus(under, g));
  }

  public Vec ifThenElse(int condition, Vec then, Vec otherwise) {
    if (condition == Diagrams.TRUE || then == otherwise) {
      return then;
    }
    if (condition == Diagrams.FALSE) {
      return otherwise;
    }
    int[] bits = new int[Math.max(then.width(), otherwise.width())];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = diagrams.ifThenElse(condition, then.bit(i), otherwise.bit(i));
    }
    return intern(bits);
  }

  /** {@code (x & ~mask) | (y & mask)}. */
  public Vec mix(Vec x, Vec y, long mask) {
    int[] bits = x.copy(Math.max(x.width(), y.width()));
    for (int i = 0; i < bits.length; i++) {
      if ((mask >>> i & 1) != 0) {
        bits[i] = y.bit(i);
      }
    }
    return intern(bits);
  }

  /** {@code x} with the bits of the constant flipped. */
  public Vec flip(Vec x, long mask) {
    int[] bits = x.copy(x.width());
    for (int i = 0; i < bits.length; i++) {
      if ((mask >>> i & 1) != 0) {
        bits[i] = diagrams.not(bits[i]);
      }
    }
    return intern(bits);
  }

  /** Modulo the width. */
  public Vec minusOne(Vec x) {
    return plus(x, -1);
  }

  /** The sum with a number that may be negative, modulo the width. */
  public Vec plus(Vec x, long number) {
    if (x.isConstant()) {
      return value(x.width(), x.number() + number);
    }
    int[] bits = new int[x.width()];
    int carry = Diagrams.FALSE;
    for (int i = 0; i < bits.length; i++) {
      int bit = x.bit(i);
      int less = (number >>> i & 1) != 0 ? diagrams.not(bit) : bit;
      bits[i] = diagrams.ifThenElse(carry, diagrams.not(less), less);
      carry = (number >>> i & 1) != 0 ? diagrams.or(bit, carry) : diagrams.and(bit, carry);
    }
    return intern(bits);
  }

  /** The number that a vector has under given values of the variables. */
  public long numberAt(Vec x, Assignment values) {
    long number = 0;
    for (int i = 0; i < x.width(); i++) {
      if (diagrams.holds(x.bit(i), values)) {
        number |= 1L << i;
      }
    }
    return number;
  }
}
