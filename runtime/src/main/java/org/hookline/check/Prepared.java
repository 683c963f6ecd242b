package org.hookline.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.check.property.Judge;
import org.hookline.check.property.Properties;
import org.hookline.check.property.Site;
import org.hookline.ir.StepGraph;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.property.Check;
import org.hookline.path.Numbering;
import org.hookline.path.Observer;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;

/**
 * One graph for several checks of a network, on which the properties of all of them write down what
 * they need: to build a graph takes longer than most runs over it. It is built for whoever comes
 * first, and does not change from then on, so threads share it.
 */
final class Prepared {
  private final Network network;
  private final List<Check> checks;
  private Optional<Ground> ground = Optional.empty();

  Prepared(Network network, List<Check> checks) {
    this.network = network;
    this.checks = checks;
  }

  /**
   * The built graph.
   *
   * @param judges of each check, in the order of what it demands; by identity
   */
  record Ground(Paths paths, Map<Check, List<Judge>> judges) {}

  synchronized Ground ground() {
    Ground built = ground.orElseGet(this::build);
    ground = Optional.of(built);
    return built;
  }

  private Ground build() {
    Numbering numbers = PacketWalk.number(network);
    StepGraph.Builder graph = new StepGraph.Builder();
    Site site = new Site(graph, numbers, network.hosts().stream().map(Host::name).toList());
    Map<Check, List<Judge>> judges = new IdentityHashMap<>();
    List<Observer> observers = new ArrayList<>();
    for (Check check : checks) {
      List<Judge> ofCheck =
          check.demands().stream().map(d -> Properties.judge(d.property(), site)).toList();
      judges.put(check, ofCheck);
      ofCheck.forEach(judge -> observers.addAll(judge.observers()));
    }
    return new Ground(PacketWalk.of(network, numbers, graph, observers), judges);
  }
}
