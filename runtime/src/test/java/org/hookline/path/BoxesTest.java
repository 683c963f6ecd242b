package org.hookline.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.agree.RandomNetworks;
import org.hookline.ir.Moment;
import org.hookline.ir.Place;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;

/** Every step of a path has its place in the diagram, whatever the network holds. */
class BoxesTest {
  /** Parts that are called, and so belong to the box of their caller. */
  private static final Set<String> CALLED =
      Set.of("arp", "fib", "raw", "mangle", "nat", "filter", "security", "nft");

  @Test
  void everyStepOfRandomNetworksBelongsToABox() {
    Set<String> parts = new TreeSet<>();
    for (long seed = 1; seed <= 60; seed++) {
      Network network = RandomNetworks.of(seed);
      Numbering numbers = PacketWalk.number(network);
      StepGraph graph = PacketWalk.of(network, numbers, new StepGraph.Builder(), List.of()).graph();
      for (Step step : graph.steps()) {
        String part = step.label().name().split("/", 3)[1];
        if (!CALLED.contains(part)) {
          assertThat(Boxes.of(new Place(Moment.FIRST, step.label())))
              .as("seed %d, step %s", seed, step.label())
              .isNotNull();
          parts.add(part);
        }
      }
    }
    assertThat(parts).contains("icmp", "reject", "socket", "neighbour");
  }
}
