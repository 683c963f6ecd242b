package org.hookline.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Visit;
import org.hookline.packet.Field;

/** What became of a flow: the final state, how each packet ended, and what was drawn. */
public final class FlowResult {
  private final StepGraph graph;
  private final PacketState state;

  FlowResult(StepGraph graph, PacketState state) {
    this.graph = graph;
    this.state = state;
  }

  /** A field of the last packet, or of the world that it left. */
  public long value(Field field) {
    return state.values()[field.id()];
  }

  /** How the packets ended, the opening one first. */
  public List<Fate> fates() {
    List<Fate> fates = new ArrayList<>();
    for (int packet = 0; packet < StepGraph.PACKETS; packet++) {
      int number = (int) value(graph.fateOf(packet));
      if (number > 0) {
        fates.add(graph.fates().get(number - 1));
      }
    }
    return fates;
  }

  /** Whether a bound of the model ended a packet, so that nothing is known of the flow. */
  public boolean inconclusive() {
    return fates().stream().anyMatch(fate -> fate.outcome() == Fate.Outcome.INCONCLUSIVE);
  }

  /** Every draw, in its order. */
  public Map<Visit, Long> choices() {
    return new LinkedHashMap<>(state.choices());
  }

  /** Whether the predicate holds in the final state. */
  public boolean satisfies(Pred pred) {
    return pred.in(state, true);
  }
}
