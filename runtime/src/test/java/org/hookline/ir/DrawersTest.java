package org.hookline.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Finding what belongs to a number, if anything does. */
class DrawersTest {
  private static final long SEED = 20261201;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** Like prefixes: the lower bits of many are zero. */
  private long number() {
    return random.nextLong(1L << 32) & -1L << random.nextInt(33);
  }

  @Test
  void everyNumberFindsItsOwnAndOthersFindNothing() {
    for (int size = 1; size < 3000; size = 1 + size * 3 / 2) {
      Map<Long, String> all = new HashMap<>();
      while (all.size() < size) {
        long number = number();
        all.put(number, "of " + number);
      }
      Drawers<String> drawers = new Drawers<>(all);
      all.forEach((number, own) -> assertThat(drawers.of(number)).isEqualTo(own));
      for (int i = 0; i < 2000; i++) {
        long other = number();
        assertThat(drawers.of(other))
            .as("seed %d, %d of %d", SEED, other, size)
            .isEqualTo(all.get(other));
      }
    }
  }
}
