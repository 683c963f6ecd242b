package org.hookline.lab;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.lab.order.OrderWatch;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.sim.Played;
import org.hookline.sim.Player;

/** Foretells flows in the simulator and puts that beside what a kernel did with them. */
final class Judge {
  private final Network network;
  private final boolean dropsObserved;
  private final Player player;
  private final Set<String> hosts;

  /**
   * @param dropsObserved whether what the kernel did includes drops with their reasons
   */
  Judge(Network network, boolean dropsObserved) {
    this.network = network;
    this.dropsObserved = dropsObserved;
    this.player = new Player(AsWired.of(network), 0);
    this.hosts = network.hosts().stream().map(Host::name).collect(Collectors.toUnmodifiableSet());
  }

  FlowReport of(Flow flow, Observation observed) {
    OrderWatch watch = new OrderWatch();
    Played played = flow.stimulus().foretell(player, watch);
    Optional<String> assumed = played.assumptions().stream().findFirst();
    if (assumed.isPresent()) {
      return FlowReport.incomparable(flow, assumed.get(), observed);
    }
    Prediction all = Prediction.of(played, hosts);
    Prediction predicted = dropsObserved ? all : all.withoutDrops();
    Orders orders = new Orders(network.hosts(), watch);
    return new FlowReport(flow, Comparison.of(predicted, observed, hosts, orders), observed);
  }
}
