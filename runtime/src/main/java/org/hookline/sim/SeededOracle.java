package org.hookline.sim;

import java.util.SplittableRandom;
import org.hookline.ir.Visit;

/**
 * Draws at random, the same from the same seed: the preferred value, a value not far above it (the
 * admissible ones are often a range that begins there), or any.
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
    int bits = random.nextInt(visit.choice().width() + 1);
    return bits == 0 ? preferred : preferred + (random.nextLong() >>> (64 - bits));
  }
}
