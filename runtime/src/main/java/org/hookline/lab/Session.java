package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hookline.kernel.KernelVersion;
import org.hookline.lab.order.OrderWatch;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.sim.Played;
import org.hookline.sim.Player;

/** Plays flows in a lab and in the simulator, and compares them step by step. */
public final class Session {
  private final Network network;
  private final Lab lab;
  private final Player player;
  private final Set<String> hosts;

  public Session(Network network, Lab lab) {
    this.network = network;
    this.lab = lab;
    this.player = new Player(AsWired.of(network), 0);
    this.hosts = network.hosts().stream().map(Host::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Plays everything.
   *
   * @param progress is told each flow before it is played
   * @throws LabFailure when the lab breaks down; nothing is known of the flows behind
   */
  public LabReport play(Agenda agenda, Consumer<Flow> progress) throws LabFailure {
    List<FlowReport> reports = new ArrayList<>();
    for (Flow flow : agenda.flows()) {
      progress.accept(flow);
      reports.add(play(flow));
    }
    List<String> instead = new ArrayList<>(lab.substitutions());
    network.hosts().stream().flatMap(host -> otherKernel(host).stream()).forEach(instead::add);
    return new LabReport(lab.kernel(), instead, agenda.omitted(), reports);
  }

  private FlowReport play(Flow flow) throws LabFailure {
    OrderWatch watch = new OrderWatch();
    Played played = flow.stimulus().foretell(player, watch);
    Observation observed = flow.stimulus().play(lab);
    if (!played.assumptions().isEmpty()) {
      return FlowReport.incomparable(flow, played.assumptions().get(0), observed);
    }
    Prediction all = Prediction.of(played, hosts);
    Prediction predicted = lab.observesDrops() ? all : all.withoutDrops();
    Orders orders = new Orders(network.hosts(), watch);
    return new FlowReport(flow, Comparison.of(predicted, observed, hosts, orders), observed);
  }

  private Optional<String> otherKernel(Host host) {
    KernelVersion running = KernelVersion.parse(lab.kernel());
    KernelVersion described = host.kernel().version();
    boolean same = running.major() == described.major() && running.minor() == described.minor();
    return same
        ? Optional.empty()
        : Optional.of(host.name() + ": the running kernel takes the place of " + described);
  }
}
