package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Quantifier;
import org.hookline.check.set.TooManyNodes;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Taken;
import org.hookline.ir.Visit;
import org.hookline.packet.Field;

/** The symbolic interpreter: all flows of a set through a graph, and what became of them. */
public final class SymbolicRun {
  private final Arena arena;
  private final Diagrams diagrams;
  private final Inputs inputs;
  private final Exploration exploration;
  private final List<Terminal> terminals = new ArrayList<>();
  private final Reading reading;
  private final Label start;
  private final int flow;
  private final Vec[] opening;

  private SymbolicRun(
      StepGraph graph, Label start, Map<Field, InputSpec> specs, Pred flowSet, Limits limits) {
    this.start = start;
    diagrams = new Diagrams(limits.nodes());
    inputs = new Inputs(specs);
    Vectors vectors = new Vectors(diagrams);
    arena = new Arena(graph, diagrams, vectors, inputs);
    Vec[] env = inputs.env(arena.layout(), vectors);
    SymbolicContext asked = new SymbolicContext(arena, Moment.FIRST, env, Diagrams.TRUE);
    flow = flowSet.in(asked, Diagrams.TRUE);
    opening = flow == Diagrams.FALSE ? env : inputs.known(env, flow, diagrams, vectors);
    exploration = new Exploration(arena, limits);
    if (flow != Diagrams.FALSE) {
      exploration.run(start, new Guarded(flow, new State(opening, List.of())));
    }
    diagrams.raiseLimit();
    reading = read(vectors);
  }

  /** When even the sums of what was found are too large, nothing is known of any flow. */
  private Reading read(Vectors vectors) {
    try {
      collect(exploration.ended());
      return new Reading(diagrams, vectors, inputs, withoutChoices(counted()));
    } catch (TooManyNodes full) {
      terminals.clear();
      diagrams.raiseLimit();
      collect(List.of(exploration.givenUp(start, flow, opening)));
      return new Reading(diagrams, vectors, inputs, flow);
    }
  }

  private void collect(List<Guarded> ended) {
    for (Guarded one : ended) {
      terminals.add(new Terminal(arena, one));
    }
    assertLaws();
    for (Terminal terminal : terminals) {
      terminal.count(inputs, opening);
    }
  }

  /**
   * Runs all flows of a set.
   *
   * @param inputs what is known of the opening packet, field by field; the open ones become
   *     variables in this order. Other fields are zero.
   * @param flow which opening packets are meant; chooses nothing
   */
  public static SymbolicRun start(
      StepGraph graph, Label start, Map<Field, InputSpec> inputs, Pred flow) {
    return start(graph, start, inputs, flow, Limits.ORDINARY);
  }

  /** As {@link #start(StepGraph, Label, Map, Pred)}, within other limits. */
  public static SymbolicRun start(
      StepGraph graph, Label start, Map<Field, InputSpec> inputs, Pred flow, Limits limits) {
    return new SymbolicRun(graph, start, inputs, flow, limits);
  }

  /** Without choices the terminals are disjoint; over all choices they cover the flow set. */
  private void assertLaws() {
    int covered = Diagrams.FALSE;
    for (Terminal terminal : terminals) {
      if (diagrams.and(covered, terminal.guard()) != Diagrams.FALSE) {
        throw new BrokenLaw("a flow ends in two ways with the same choices");
      }
      covered = diagrams.or(covered, terminal.guard());
    }
    if (withoutChoices(covered) != flow) {
      throw new BrokenLaw("flows are lost, or come from nowhere");
    }
  }

  private int withoutChoices(int set) {
    return new Quantifier(diagrams, arena.choices().both()).exists(set);
  }

  /** The flows with choices that could have been sent, each under its own name. */
  private int counted() {
    int counted = Diagrams.FALSE;
    for (Terminal terminal : terminals) {
      counted = diagrams.or(counted, terminal.counted());
    }
    return counted;
  }

  /** Where flows ended. */
  public List<Terminal> terminals() {
    return List.copyOf(terminals);
  }

  /** Why some packets ended in such a way, each reason once. */
  public Set<String> reasons(Fate.Outcome outcome) {
    return terminals.stream()
        .flatMap(terminal -> terminal.reasons(outcome).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All flows that were asked about and can be sent. */
  public PacketSet universe() {
    return new PacketSet(reading, reading.universe());
  }

  /**
   * Which flows do not end as they should.
   *
   * @param good what holds at the end of a good flow, of its final state
   */
  public Failing failing(Pred good) {
    Failing failing;
    diagrams.raiseLimit();
    try {
      failing = judge(good);
    } catch (TooManyNodes full) {
      diagrams.raiseLimit();
      failing = new Failing(arena, inputs, reading, Diagrams.FALSE, flow, flow);
    }
    // for whoever picks an example, or lists the flows
    diagrams.raiseLimit();
    return failing;
  }

  private Failing judge(Pred good) {
    int bad = Diagrams.FALSE;
    int unknown = Diagrams.FALSE;
    for (Terminal terminal : terminals) {
      int known = diagrams.minus(terminal.counted(), terminal.inconclusive());
      unknown = diagrams.or(unknown, terminal.inconclusive());
      bad = diagrams.or(bad, diagrams.minus(known, terminal.where(good)));
    }
    return new Failing(arena, inputs, reading, bad, unknown, counted());
  }

  /** The flows of which some packet takes this way out of a step, for some choices. */
  public PacketSet taking(Label step, int way) {
    int taking = exploration.visits().guard(diagrams, step, way);
    return new PacketSet(reading, diagrams.and(withoutChoices(taking), reading.universe()));
  }

  /** The steps and branches of one flow. */
  public List<Taken> path(Witness flow) {
    return exploration.visits().path(diagrams, assignment(flow));
  }

  /** A flow as truth of the variables; draws that this run does not know are left out. */
  public Assignment assignment(Witness flow) {
    Assignment values = reading.assignment(flow.packet());
    for (Map.Entry<Visit, Long> draw : flow.choices().entrySet()) {
      ChoiceVariables.Drawn drawn = arena.choices().all().get(draw.getKey());
      if (drawn != null) {
        values.set(drawn.block(), draw.getValue());
      }
    }
    return values;
  }

  /** Where a flow ends; empty when it does not belong to the flow set. */
  public Optional<Terminal> endOf(Witness flow) {
    Assignment values = assignment(flow);
    for (Terminal terminal : terminals) {
      if (terminal.holds(values)) {
        return Optional.of(terminal);
      }
    }
    return Optional.empty();
  }

  Arena arena() {
    return arena;
  }

  /** Which states took which ways. */
  Visits visits() {
    return exploration.visits();
  }

  Inputs inputs() {
    return inputs;
  }

  public StepGraph graph() {
    return arena.graph();
  }

  /** The first step of the opening packet. */
  public Label start() {
    return start;
  }

  /** Number of states that were worked on. */
  public int states() {
    return exploration.states();
  }

  /** Number of diagram nodes that were made. */
  public int nodes() {
    return diagrams.count();
  }
}
