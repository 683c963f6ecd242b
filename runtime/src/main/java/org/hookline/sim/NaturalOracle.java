package org.hookline.sim;

import java.util.SplittableRandom;
import org.hookline.ir.Visit;

/**
 * Takes what the kernel would take on an idle machine; where that is not possible any value, as the
 * kernel does, and when those are not admissible either, one nearby.
 */
public final class NaturalOracle implements Oracle {
  /** So many draws of any value; what is left by then is most likely a short range. */
  private static final int FAR = 24;

  private final long seed;

  /** Null until the kernel's first choice is not possible, which is rare. */
  private SplittableRandom random;

  private Oracle otherwise;

  public NaturalOracle(long seed) {
    this.seed = seed;
  }

  @Override
  public long draw(Visit visit, long preferred, int attempt) {
    if (attempt == 0) {
      return preferred;
    }
    if (random == null) {
      random = new SplittableRandom(seed);
      otherwise = new SeededOracle(seed);
    }
    return attempt <= FAR ? random.nextLong() : otherwise.draw(visit, preferred, attempt);
  }
}
