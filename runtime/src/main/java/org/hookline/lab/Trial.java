package org.hookline.lab;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.flow.Simulation;
import org.hookline.sim.ActionResult;
import org.hookline.sim.Player;
import org.hookline.source.Origin;

/** One probe, foretold by the simulator and played by the kernel. */
public record Trial(Probe probe, Prediction predicted, Observation observed, Comparison compared) {

  /** Plays a probe in a lab, in a world without earlier connections. */
  public static Trial play(Network network, Lab lab, Probe probe) throws LabFailure {
    return of(network, probe, lab.play(probe));
  }

  /** Compares what was observed of a probe, now or by a {@link Recording}. */
  public static Trial of(Network network, Probe probe, Observation observed) {
    Set<String> hosts =
        network.hosts().stream().map(Host::name).collect(Collectors.toUnmodifiableSet());
    Prediction predicted = Prediction.of(foretell(network, probe), hosts);
    return new Trial(probe, predicted, observed, Comparison.of(predicted, observed, hosts));
  }

  private static ActionResult foretell(Network network, Probe probe) {
    Simulation alone = new Simulation(probe.toString(), List.of(probe.action()), Origin.NONE);
    return new Player(AsWired.of(network), 0).play(alone).get(0);
  }

  /** The probe and the differences, one a line. */
  @Override
  public String toString() {
    return compared.differences().stream()
        .map(d -> "\n  " + d)
        .collect(Collectors.joining("", probe.toString(), compared.agrees() ? ": agrees" : ""));
  }
}
