package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hookline.check.Failing;
import org.hookline.check.InputSpec;
import org.hookline.check.Limits;
import org.hookline.check.Preferences;
import org.hookline.check.Replay;
import org.hookline.check.Samples;
import org.hookline.check.SymbolicRun;
import org.hookline.check.Witness;
import org.hookline.ir.Bound;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;
import org.hookline.sim.FlowResult;
import org.hookline.sim.Oracle;
import org.hookline.sim.PathRecorder;
import org.hookline.sim.Recorder;
import org.hookline.sim.ScriptedOracle;
import org.hookline.sim.SeededOracle;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;

/**
 * Asserts that both interpreters agree on a graph, and the simulator with itself where nobody is
 * told of single steps: in the sequence of steps and branches, in the fates, in all fields and
 * conntrack entries at the end, and in the verdict on properties. Flows come from the edges of the
 * checker's sets, their neighbours, and at random.
 */
public final class Agreement {
  private final StepGraph graph;
  private final Label start;
  private final Map<Field, InputSpec> inputs;
  private final Pred flow;
  private Limits limits = Limits.ORDINARY;
  private Boundaries boundaries = new Boundaries();
  private List<Pred> properties = List.of();

  public Agreement(StepGraph graph, Label start, Map<Field, InputSpec> inputs, Pred flow) {
    this.graph = graph;
    this.start = start;
    this.inputs = new LinkedHashMap<>(inputs);
    this.flow = flow;
  }

  /** Runs the checker within other limits. */
  public Agreement within(Limits other) {
    limits = other;
    return this;
  }

  /** Draws packets from values at which the graph changes its mind, too. */
  public Agreement around(Boundaries values) {
    boundaries = values;
    return this;
  }

  /** Compares the verdicts on these too; each tells what holds at the end of a good flow. */
  public Agreement on(Pred... good) {
    properties = List.of(good);
    return this;
  }

  /**
   * Compares flows.
   *
   * @param seed is named when they differ
   * @throws AssertionError when the interpreters differ
   */
  public Coverage holds(int count, long seed) {
    SymbolicRun run = SymbolicRun.start(graph, start, inputs, flow, limits);
    Coverage coverage = new Coverage();
    if (run.terminals().isEmpty()) {
      return coverage;
    }
    List<Failing> verdicts = properties.stream().map(run::failing).toList();
    for (int i = 0; i < properties.size(); i++) {
      replayWitness(run, verdicts.get(i), properties.get(i), seed);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Samples samples = new Samples(run, random);
    for (int i = 0; i < count; i++) {
      Witness drawn = samples.next();
      Map<Field, Long> packet =
          random.nextInt(3) == 0 ? neighbour(drawn.packet(), random) : drawn.packet();
      packet = random.nextInt(3) == 0 ? boundary(packet, random) : packet;
      long luck = random.nextLong();
      boolean scripted = random.nextBoolean();
      Supplier<Oracle> oracle =
          () -> {
            Oracle chance = new SeededOracle(luck);
            return scripted ? new ScriptedOracle(drawn.choices(), chance) : chance;
          };
      if (scripted && packet.equals(drawn.packet())) {
        admits(run, drawn, seed);
      }
      compare(run, verdicts, packet, oracle, seed, coverage);
    }
    return coverage;
  }

  /** Draws that the checker takes for possible must be admissible to the simulator. */
  private void admits(SymbolicRun run, Witness drawn, long seed) {
    Replay replay = Replay.of(run, drawn, Recorder.NONE);
    List<Fate> checked =
        run.endOf(drawn).map(end -> end.fates(run.assignment(drawn))).orElse(List.of());
    if (checked.stream().noneMatch(fate -> fate.outcome() == Fate.Outcome.INCONCLUSIVE)) {
      assertThat(replay.result().fates())
          .as("seed %d, packet %s, choices %s", seed, drawn.packet(), drawn.choices())
          .doesNotContain(Bound.DRAWS.fate());
    }
  }

  private void compare(
      SymbolicRun run,
      List<Failing> verdicts,
      Map<Field, Long> packet,
      Supplier<Oracle> oracle,
      long seed,
      Coverage coverage) {
    PathRecorder path = new PathRecorder();
    Tables tables = new Tables();
    Passages passages = new Passages();
    Recorder recorder = path.and(passages);
    FlowResult result = new Simulator(graph, oracle.get(), recorder).run(start, packet, tables);
    withoutTelling(packet, oracle.get(), result, seed);
    Witness played = new Witness(packet, result.choices());
    if (Incomparable.is(run, played, result, tables)) {
      coverage.incomparable();
      return;
    }
    List<String> differences = Replay.differences(run, played, result, path.path(), tables);
    assertThat(differences)
        .as("seed %d, packet %s, choices %s", seed, packet, result.choices())
        .isEmpty();
    for (int i = 0; i < verdicts.size(); i++) {
      compareVerdict(run, verdicts.get(i), properties.get(i), packet, result, seed);
    }
    coverage.compared(result.fates(), path.path(), passages);
  }

  /** Where nobody is told of the steps, many are skipped; what comes of it is the same. */
  private void withoutTelling(Map<Field, Long> packet, Oracle oracle, FlowResult told, long seed) {
    FlowResult untold =
        new Simulator(graph, oracle, Recorder.NONE).run(start, packet, new Tables());
    graph
        .fields()
        .forEach(
            field ->
                assertThat(untold.value(field))
                    .as("seed %d, packet %s: %s", seed, packet, field)
                    .isEqualTo(told.value(field)));
    assertThat(untold.fates()).isEqualTo(told.fates());
    assertThat(untold.choices()).isEqualTo(told.choices());
  }

  private void compareVerdict(
      SymbolicRun run,
      Failing verdict,
      Pred good,
      Map<Field, Long> packet,
      FlowResult result,
      long seed) {
    boolean counts =
        run.universe().contains(packet)
            && !result.inconclusive()
            && result.fates().get(0).outcome() != Fate.Outcome.NEVER_SENT;
    if (counts && !result.satisfies(good)) {
      boolean known = !verdict.inconclusive().contains(packet);
      boolean seen = verdict.refuted().contains(packet) || verdict.assumed().contains(packet);
      assertThat(seen || !known)
          .as("seed %d: %s fails %s, the checker does not see it", seed, packet, good)
          .isTrue();
    }
    if (counts && result.satisfies(good) && result.choices().isEmpty()) {
      assertThat(verdict.refuted().contains(packet))
          .as("seed %d: %s satisfies %s, the checker refutes it", seed, packet, good)
          .isFalse();
    }
  }

  private static void replayWitness(SymbolicRun run, Failing verdict, Pred good, long seed) {
    if (verdict.refuted().isEmpty() && verdict.assumed().isEmpty()) {
      return;
    }
    Witness witness = verdict.witness(Preferences.ORDINARY);
    Replay replay = Replay.of(run, witness, Recorder.NONE);
    assertThat(replay.differences()).as("seed %d, witness %s", seed, witness).isEmpty();
    assertThat(replay.result().satisfies(good))
        .as("seed %d: the witness %s of %s is good", seed, witness, good)
        .isFalse();
  }

  /** A packet beside this one, if it belongs to the flow set. */
  private Map<Field, Long> neighbour(Map<Field, Long> packet, RandomGenerator random) {
    List<Field> open = inputs.keySet().stream().filter(f -> inputs.get(f).open()).toList();
    if (open.isEmpty()) {
      return packet;
    }
    Field field = open.get(random.nextInt(open.size()));
    Map<Field, Long> beside = new LinkedHashMap<>(packet);
    beside.merge(field, random.nextBoolean() ? 1L : -1L, (a, b) -> a + b & field.mask());
    return Simulator.holds(graph, flow, beside) ? beside : packet;
  }

  /** A packet with one field at a boundary, or beside it, if it belongs to the flow set. */
  private Map<Field, Long> boundary(Map<Field, Long> packet, RandomGenerator random) {
    List<Field> open = inputs.keySet().stream().filter(f -> inputs.get(f).open()).toList();
    if (open.isEmpty()) {
      return packet;
    }
    Field field = open.get(random.nextInt(open.size()));
    List<Long> values = boundaries.around(field);
    if (values.isEmpty()) {
      return packet;
    }
    Map<Field, Long> beside = new LinkedHashMap<>(packet);
    beside.put(field, values.get(random.nextInt(values.size())));
    return Simulator.holds(graph, flow, beside) ? beside : packet;
  }
}
