package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Part;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * An end of flows: for which opening packets and choices, and every field as a function of them.
 */
public final class Terminal {
  private final Arena arena;
  private final int guard;
  private final Vec[] env;
  private int counted;
  private int inconclusive;

  Terminal(Arena arena, Guarded ended) {
    this.arena = arena;
    this.guard = ended.guard();
    this.env = ended.state().env();
  }

  int guard() {
    return guard;
  }

  /** Whether a flow ends here. */
  public boolean holds(Assignment flow) {
    return arena.diagrams().holds(guard, flow);
  }

  /** A field at the end of a flow that ends here. */
  public long value(Field field, Assignment flow) {
    return arena.vectors().numberAt(env[field.id()], flow);
  }

  /** How the packets of a flow that ends here ended. */
  public List<Fate> fates(Assignment flow) {
    StepGraph graph = arena.graph();
    List<Fate> fates = new ArrayList<>();
    for (int packet = 0; packet < StepGraph.PACKETS; packet++) {
      int number = (int) value(graph.fateOf(packet), flow);
      if (number > 0) {
        fates.add(graph.fates().get(number - 1));
      }
    }
    return fates;
  }

  /** Numbers of the slots of a host that hold an entry at the end of a flow. */
  public List<Integer> entries(int host, Assignment flow) {
    List<Integer> used = new ArrayList<>();
    for (int slot = 0; slot < arena.layout().slots(host); slot++) {
      Vec bit = env[arena.layout().used(host, slot)];
      if (arena.vectors().numberAt(bit, flow) == 1) {
        used.add(slot + 1);
      }
    }
    return used;
  }

  /** A part of an entry at the end of a flow. */
  public long part(int host, int entry, Part part, Assignment flow) {
    return arena.vectors().numberAt(env[arena.layout().part(host, entry - 1, part)], flow);
  }

  /** The part of the guard where a predicate holds at the end. */
  int where(Pred pred) {
    return pred.in(new SymbolicContext(arena, Moment.FIRST, env, guard), guard);
  }

  /** The flows that could have been sent, each under its own name. */
  int counted() {
    return counted;
  }

  /** The counted flows of which nothing is known. */
  int inconclusive() {
    return inconclusive;
  }

  /** How packets of flows that end here ended in such a way, each reason once. */
  Set<String> reasons(Fate.Outcome outcome) {
    StepGraph graph = arena.graph();
    Set<String> reasons = new LinkedHashSet<>();
    for (int packet = 0; packet < StepGraph.PACKETS; packet++) {
      for (int i = 0; i < graph.fates().size(); i++) {
        Fate fate = graph.fates().get(i);
        if (fate.outcome() == outcome && whereFate(packet, i + 1) != Diagrams.FALSE) {
          reasons.add(fate.reason());
        }
      }
    }
    return reasons;
  }

  private int whereFate(int packet, int number) {
    Field fate = arena.graph().fateOf(packet);
    int ended = arena.vectors().masked(env[fate.id()], number, fate.mask());
    return arena.diagrams().and(guard, ended);
  }

  /**
   * Finds out which flows count.
   *
   * @param opening the state in which the opening packet started
   */
  void count(Inputs inputs, Vec[] opening) {
    Diagrams diagrams = arena.diagrams();
    counted = diagrams.minus(whereNamed(inputs, opening), whereEnded(0, Fate.Outcome.NEVER_SENT));
    int unknown = Diagrams.FALSE;
    for (int packet = 0; packet < StepGraph.PACKETS; packet++) {
      unknown = diagrams.or(unknown, whereEnded(packet, Fate.Outcome.INCONCLUSIVE));
    }
    inconclusive = diagrams.and(counted, unknown);
  }

  /** The part of the guard where this packet of the flow ended so. */
  private int whereEnded(int packet, Fate.Outcome outcome) {
    StepGraph graph = arena.graph();
    Vec fate = env[graph.fateOf(packet).id()];
    if (fate.isConstant()) {
      int number = (int) fate.number();
      boolean so = number > 0 && graph.fates().get(number - 1).outcome() == outcome;
      return so ? guard : Diagrams.FALSE;
    }
    int where = Diagrams.FALSE;
    for (int i = 0; i < graph.fates().size(); i++) {
      if (graph.fates().get(i).outcome() == outcome) {
        where = arena.diagrams().or(where, whereFate(packet, i + 1));
      }
    }
    return where;
  }

  /** The part of the guard where the flow, once it started, is the one that the inputs name. */
  private int whereNamed(Inputs inputs, Vec[] opening) {
    Vec origin = env[Fields.FLOW_ORIGIN.id()];
    int silent = arena.vectors().masked(origin, 0, Fields.FLOW_ORIGIN.mask());
    int named = arena.diagrams().minus(guard, silent);
    for (Field field : inputs.blocks().keySet()) {
      Optional<Field> flow = flowField(field);
      if (flow.isPresent()) {
        named =
            arena.vectors().same(env[flow.get().id()], opening[field.id()], field.mask(), named);
      }
    }
    return arena.diagrams().or(arena.diagrams().and(guard, silent), named);
  }

  private static Optional<Field> flowField(Field input) {
    List<Field> wire = List.of(Fields.DST, Fields.SRC, Fields.PROTO, Fields.DPORT, Fields.SPORT);
    List<Field> flow =
        List.of(
            Fields.FLOW_DST,
            Fields.FLOW_SRC,
            Fields.FLOW_PROTO,
            Fields.FLOW_DPORT,
            Fields.FLOW_SPORT);
    int at = wire.indexOf(input);
    return at < 0 ? Optional.empty() : Optional.of(flow.get(at));
  }
}
