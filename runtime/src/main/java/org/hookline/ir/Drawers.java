package org.hookline.ir;

import java.util.Map;

/**
 * Finds what belongs to a number. Most numbers that it is asked for have nothing, which it mostly
 * sees without a look at those that have: first at a word of marks, then at sixteen marks for each
 * number.
 */
final class Drawers<T> {
  private static final int MARKS = 16;

  /** Behind this shift a number is a place in a word of marks. */
  private static final int TO_WORD = Long.SIZE - 6;

  /** Knuth, The Art of Computer Programming, volume 3, 6.4: the golden ratio spreads numbers. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final long word;
  private final long[] marks;
  private final int marksShift;

  /** Open addressing: a number is at its place or, behind others, before the next empty place. */
  private final long[] numbers;

  private final Object[] contents;
  private final int shift;

  Drawers(Map<Long, T> all) {
    int width = width(all.size());
    shift = Long.SIZE - width - 1;
    numbers = new long[1 << (width + 1)];
    contents = new Object[numbers.length];
    int marked = Math.max(width(MARKS * all.size()), 6);
    marksShift = Long.SIZE - marked;
    marks = new long[1 << (marked - 6)];
    long few = 0;
    for (Map.Entry<Long, T> one : all.entrySet()) {
      long spread = one.getKey() * SPREAD;
      few |= 1L << (spread >>> TO_WORD);
      marks[(int) (spread >>> marksShift >>> 6)] |= 1L << (spread >>> marksShift);
      int place = (int) (spread >>> shift);
      while (contents[place] != null) {
        place = place + 1 & numbers.length - 1;
      }
      numbers[place] = one.getKey();
      contents[place] = one.getValue();
    }
    word = few;
  }

  /** Bits of the highest number below {@code count}, at least one. */
  private static int width(int count) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count - 1));
  }

  /** Null if nothing belongs to it. */
  @SuppressWarnings("unchecked")
  T of(long number) {
    long spread = number * SPREAD;
    if ((word >>> (spread >>> TO_WORD) & 1) == 0) {
      return null;
    }
    long mark = spread >>> marksShift;
    if ((marks[(int) (mark >>> 6)] >>> mark & 1) == 0) {
      return null;
    }
    int place = (int) (spread >>> shift);
    while (contents[place] != null && numbers[place] != number) {
      place = place + 1 & numbers.length - 1;
    }
    return (T) contents[place];
  }
}
