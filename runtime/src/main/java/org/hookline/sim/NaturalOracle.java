package org.hookline.sim;

import org.hookline.ir.Visit;

/**
 * Takes what the kernel would take on an idle machine; at random only where that is not possible.
 */
public final class NaturalOracle implements Oracle {
  private final Oracle otherwise;

  public NaturalOracle(long seed) {
    otherwise = new SeededOracle(seed);
  }

  @Override
  public long draw(Visit visit, long preferred, int attempt) {
    return attempt == 0 ? preferred : otherwise.draw(visit, preferred, attempt);
  }
}
