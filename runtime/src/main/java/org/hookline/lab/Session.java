package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Host;
import org.hookline.model.Network;

/** Plays flows in a lab and in the simulator, and compares them step by step. */
public final class Session {
  private final Network network;
  private final Lab lab;
  private final Judge judge;

  public Session(Network network, Lab lab) {
    this.network = network;
    this.lab = lab;
    this.judge = new Judge(network, lab.observesDrops());
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
    return judge.of(flow, flow.stimulus().play(lab));
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
