package org.hookline.sim;

import java.util.Map;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;

/** The concrete interpreter: plays one flow at a time through a graph. */
public final class Simulator {
  private final StepGraph graph;
  private final Oracle oracle;
  private final Recorder recorder;

  public Simulator(StepGraph graph, Oracle oracle, Recorder recorder) {
    this.graph = graph;
    this.oracle = oracle;
    this.recorder = recorder;
  }

  /**
   * Plays a flow.
   *
   * @param inputs the opening packet; fields that are not named are zero
   * @param tables what the hosts know of earlier flows; entries of this one are added
   */
  public FlowResult run(Label start, Map<Field, Long> inputs, Tables tables) {
    PacketState state = state(graph, inputs, tables, oracle);
    new Walk(graph, state, recorder).run(start);
    return new FlowResult(graph, state);
  }

  /** Whether a predicate that chooses nothing holds of an opening packet. */
  public static boolean holds(StepGraph graph, Pred pred, Map<Field, Long> inputs) {
    return pred.in(state(graph, inputs, new Tables(), new NaturalOracle(0)), true);
  }

  private static PacketState state(
      StepGraph graph, Map<Field, Long> inputs, Tables tables, Oracle oracle) {
    long[] values = new long[graph.fields().size()];
    inputs.forEach((field, value) -> values[field.id()] = value & field.mask());
    return new PacketState(values, tables, oracle);
  }
}
