package org.hookline.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.Address;
import org.hookline.lab.Comparison;
import org.hookline.lab.Difference;
import org.hookline.lab.Lab;
import org.hookline.lab.Observation;
import org.hookline.lab.Prediction;
import org.hookline.lab.Probe;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.model.flow.Simulation;
import org.hookline.packet.Headers;
import org.hookline.path.Paths;
import org.hookline.sim.ActionResult;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Oracle;
import org.hookline.sim.Player;
import org.hookline.source.Origin;
import org.hookline.trace.Trace;

/** What the simulator says of a fact, on the network's own paths or on bent ones. */
record Foretelling(Paths paths, Oracle oracle) implements Fact.Stimulus.Handler<Prediction> {
  private static final long SEED = 1;

  Foretelling(Paths paths) {
    this(paths, new NaturalOracle(SEED));
  }

  /** Where the kernel did something else; empty when it did not. */
  static List<Difference> differences(Paths paths, Fact fact, Observation observed) {
    Prediction predicted = fact.stimulus().in(new Foretelling(paths, oracle(fact)));
    return Comparison.of(predicted, observed, hosts(fact.network())).differences();
  }

  /** Where the caches are cold, no entry is there: the last outcome of that choice. */
  private static Oracle oracle(Fact fact) {
    Oracle natural = new NaturalOracle(SEED);
    return fact.caches() == Lab.Caches.PERMANENT
        ? natural
        : (visit, preferred, attempt) ->
            visit.choice().id().endsWith("/cache/entry")
                ? visit.choice().mask()
                : natural.draw(visit, preferred, attempt);
  }

  static Set<String> hosts(Network network) {
    return network.hosts().stream().map(Host::name).collect(Collectors.toSet());
  }

  @Override
  public Prediction probe(Probe probe) {
    Simulation alone = new Simulation("probe", List.of(action(probe)), Origin.NONE);
    return prediction(new Player(paths, oracle).play(alone).get(0));
  }

  private static Action action(Probe probe) {
    return new Action(
        probe.protocol(),
        probe.from(),
        probe.source(),
        probe.sport(),
        probe.to(),
        probe.dport(),
        probe.mark(),
        Optional.empty(),
        Origin.NONE);
  }

  /** Nobody waits for an answer, so the result is the one of a sender who knows nothing. */
  @Override
  public Prediction frame(Port port, Headers packet) {
    Trace trace = new Player(paths, oracle).inject(port, packet);
    Action nobody =
        action(
            new Probe(
                packet.protocol(),
                port.host(),
                Optional.empty(),
                0,
                Address.parse("0.0.0.0"),
                0,
                0));
    return prediction(new ActionResult(nobody, Expectation.UNREACHABLE, trace));
  }

  /** Without the receipts: what a socket gets is the last packet on the wire. */
  private Prediction prediction(ActionResult result) {
    Prediction all = Prediction.of(result, hosts(paths.network()));
    return new Prediction(all.result(), List.of(), all.wire(), all.drops(), all.chosenPorts());
  }
}
