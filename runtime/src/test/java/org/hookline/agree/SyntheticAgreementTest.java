package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hookline.check.Limits;
import org.junit.jupiter.api.Test;

/** The two interpreters on graphs that nobody would write. */
class SyntheticAgreementTest {
  private static final long SEED = 20261120;

  private static final Limits[] LIMITS = {
    new Limits(20_000, 1 << 21, Limits.Merging.FOLD, 8),
    new Limits(20_000, 1 << 21, Limits.Merging.FOLD, 1),
    new Limits(20_000, 1 << 21, Limits.Merging.EQUAL, 8),
    new Limits(20_000, 1 << 21, Limits.Merging.NONE, 8),
  };

  @Test
  void bothInterpretersAgreeOnRandomGraphs() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    Coverage all = new Coverage();
    for (int i = 0; i < Integer.getInteger("hookline.graphs", 40); i++) {
      long seed = seeds.nextLong();
      SyntheticGraph graph = new SyntheticGraph(seed);
      all.add(
          new Agreement(graph.graph(), graph.start(), graph.inputs(), graph.flow())
              .within(LIMITS[i % LIMITS.length])
              .on(graph.good(), graph.seen())
              .holds(100, seed));
    }
    System.out.println("Agreement on synthetic graphs, seed " + SEED + ": " + all);
    assertThat(all.flows()).as("compared flows").isGreaterThan(1000);
  }
}
