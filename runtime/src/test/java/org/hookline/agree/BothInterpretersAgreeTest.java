package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hookline.check.FlowQuestion;
import org.hookline.check.Limits;
import org.hookline.check.property.Judge;
import org.hookline.check.property.Properties;
import org.hookline.check.property.Site;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.property.Property;
import org.hookline.path.Numbering;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.junit.jupiter.api.Test;

/** The simulator and the checker on networks that nobody would build. */
class BothInterpretersAgreeTest {
  private static final long SEED = 20261120;
  private static final int NETWORKS = 200;
  private static final int QUESTIONS = 3;
  private static final int FLOWS = 120;

  /** What is too large for these is left out, and counted as skipped. */
  private static final Limits[] LIMITS = {
    new Limits(3000, 1 << 19, Limits.Merging.FOLD, 8),
    new Limits(3000, 1 << 19, Limits.Merging.FOLD, 1),
    new Limits(3000, 1 << 19, Limits.Merging.EQUAL, 8),
  };

  @Test
  void onRandomNetworksOfTwoToFiveHosts() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    Coverage all = new Coverage();
    for (int i = 0; i < Integer.getInteger("hookline.networks", NETWORKS); i++) {
      all.add(agreement(seeds.nextLong(), LIMITS[i % LIMITS.length]));
    }
    System.out.println("Agreement on random networks, seed " + SEED + ": " + all);
    assertThat(all.packets()).as("compared packets").isGreaterThan(100_000);
    assertThat(all.deliveredShare()).as("percent delivered").isGreaterThanOrEqualTo(20);
    assertThat(all.translatedShare()).as("percent translated").isGreaterThanOrEqualTo(20);
    assertThat(all.replyShare()).as("percent replies").isGreaterThanOrEqualTo(20);
    assertThat(all.skipped()).as("skipped flows").isLessThan(all.flows() / 2);
  }

  private static Coverage agreement(long seed, Limits limits) {
    Network network = RandomNetworks.of(seed);
    Numbering numbers = PacketWalk.number(network);
    StepGraph.Builder builder = new StepGraph.Builder();
    Site site = new Site(builder, numbers, List.of());
    List<Judge> judges = new ArrayList<>();
    judges.add(Properties.judge(new Property.SymmetricAt("h0"), site));
    judges.add(Properties.judge(new Property.Replied(), site));
    judges.add(Properties.judge(new Property.DeliveredTo("h1"), site));
    judges.add(Properties.judge(new Property.NeverReaches("h1"), site));
    Paths paths =
        PacketWalk.of(
            network,
            numbers,
            builder,
            judges.stream().flatMap(j -> j.observers().stream()).toList());
    Pred[] good = judges.stream().map(j -> j.good(paths.graph())).toArray(Pred[]::new);
    Boundaries boundaries = Boundaries.of(paths.graph());
    RandomFlows flows = new RandomFlows(network, paths, seed);
    Coverage coverage = new Coverage();
    for (int i = 0; i < QUESTIONS; i++) {
      FlowQuestion question = flows.next();
      coverage.add(
          new Agreement(paths.graph(), question.start(), question.inputs(), question.flow())
              .on(good)
              .within(limits)
              .around(boundaries)
              .holds(FLOWS, seed));
    }
    return coverage;
  }
}
