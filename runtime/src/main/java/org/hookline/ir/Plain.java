package org.hookline.ir;

import java.util.List;

/**
 * What a guard says of single fields, as plain numbers.
 *
 * @param numbers for each field that must have certain bits value and mask, then for each that must
 *     lie in a range both ends
 * @param fields their ids, in that order
 * @param ranges how many of them are ranges
 * @param all whether the guard says nothing else
 */
record Plain(int[] fields, long[] numbers, int ranges, boolean all) {
  private static final Plain NOTHING = new Plain(new int[0], new long[0], 0, false);

  /** Nothing of a guard that draws: whether it does would depend on what is asked before. */
  static Plain of(Pred guard) {
    if (guard.draws()) {
      return NOTHING;
    }
    List<Pred.Masked> bits = guard.fixed();
    List<Pred.InRange> ranges = guard.ranges();
    int[] fields = new int[bits.size() + ranges.size()];
    long[] numbers = new long[2 * fields.length];
    int at = 0;
    for (Pred.Masked one : bits) {
      fields[at] = one.field().id();
      numbers[2 * at] = one.value();
      numbers[2 * at + 1] = one.mask();
      at++;
    }
    for (Pred.InRange one : ranges) {
      fields[at] = one.field().id();
      numbers[2 * at] = one.low();
      numbers[2 * at + 1] = one.high();
      at++;
    }
    return new Plain(fields, numbers, ranges.size(), guard.isPlain());
  }

  /**
   * Whether a packet is so.
   *
   * @param packet the values of all fields, by id
   */
  boolean holds(long[] packet) {
    int bits = fields.length - ranges;
    for (int i = 0; i < bits; i++) {
      if (((packet[fields[i]] ^ numbers[2 * i]) & numbers[2 * i + 1]) != 0) {
        return false;
      }
    }
    for (int i = bits; i < fields.length; i++) {
      long value = packet[fields[i]];
      if (Long.compareUnsigned(value, numbers[2 * i]) < 0
          || Long.compareUnsigned(value, numbers[2 * i + 1]) > 0) {
        return false;
      }
    }
    return true;
  }
}
