package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.packet.Field;
import org.hookline.packet.Headers;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;

/**
 * One flow of each class of a flow set. Two flows are of one class when all their packets end the
 * same way: at the same host, with the same outcome, for the same reason.
 */
public final class Representatives {
  private final Network network;
  private final Paths paths;
  private final int most;

  /**
   * @param most classes of a flow set and protocol that are told
   */
  public Representatives(Network network, int most) {
    this.network = network;
    this.paths =
        PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
    this.most = most;
  }

  /**
   * A flow that stands for its class.
   *
   * @param packet the opening packet
   */
  public record Representative(FlowSource source, Headers packet) {}

  /**
   * What was found.
   *
   * @param complete false when there are more classes than are told
   */
  public record Found(List<Representative> flows, boolean complete) {}

  /** One flow of each class, in an order that depends on nothing but the description. */
  public Found of(FlowSet set) {
    List<Representative> flows = new ArrayList<>();
    boolean complete = true;
    for (FlowQuestion question : FlowQuestion.of(set, network, paths)) {
      SymbolicRun run =
          SymbolicRun.start(paths.graph(), question.start(), question.inputs(), question.flow());
      List<Headers> packets = packets(run);
      complete &= packets.size() <= most;
      packets.stream().limit(most).forEach(p -> flows.add(new Representative(set.source(), p)));
    }
    return new Found(flows, complete);
  }

  /** At most one more than is told. */
  private List<Headers> packets(SymbolicRun run) {
    Preferences preferences = new FlowReading(network).preferences();
    List<Headers> packets = new ArrayList<>();
    List<Pred> seen = new ArrayList<>();
    Failing others = run.failing(Pred.FALSE);
    while (!(others.refuted().isEmpty() && others.assumed().isEmpty()) && packets.size() <= most) {
      Witness witness = others.witness(preferences);
      packets.add(Headers.of(field -> witness.packet().getOrDefault(field, 0L)));
      seen.add(ending(run, witness));
      others = run.failing(Pred.or(seen));
    }
    return packets;
  }

  /** How the packets of a flow end, as a condition on its final state. */
  private Pred ending(SymbolicRun run, Witness flow) {
    Terminal end = run.endOf(flow).orElseThrow();
    List<Pred> fates = new ArrayList<>();
    for (int packet = 0; packet < StepGraph.PACKETS; packet++) {
      Field fate = run.graph().fateOf(packet);
      fates.add(Pred.is(fate, end.value(fate, run.assignment(flow))));
    }
    return Pred.and(fates.toArray(Pred[]::new));
  }
}
