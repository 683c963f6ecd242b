package org.hookline.routeget;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return below(times) == 0;
  }

  @SafeVarargs
  final <T> T any(T... some) {
    return some[below(some.length)];
  }

  <T> T any(List<T> some) {
    return some.get(below(some.size()));
  }
}
