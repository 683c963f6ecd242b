package org.hookline.sim;

import java.util.SplittableRandom;
import org.hookline.ir.Visit;

/**
 * Draws at random, the same from the same seed: the preferred value, a value not far above it (the
 * admissible ones are often a range that begins there) with either topmost bit (it often tells
 * whether anything is to change at all), or any.
 */
public final class SeededOracle implements Oracle {
  private final SplittableRandom random;

  public SeededOracle(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public long draw(Visit visit, long preferred, int attempt) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return random.nextLong();
    }
    if (kind == 1) {
      return preferred;
    }
    int width = visit.choice().width();
    int bits = random.nextInt(width + 1);
    long offset = bits == 0 ? 0 : random.nextLong() >>> (64 - bits);
    return (preferred + offset) ^ (random.nextLong(2) << (width - 1));
  }
}
