package org.hookline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.hookline.agree.Incomparable;
import org.hookline.agree.RandomFlows;
import org.hookline.agree.RandomNetworks;
import org.hookline.agree.SyntheticGraph;
import org.hookline.check.FlowQuestion;
import org.hookline.check.Limits;
import org.hookline.check.Replay;
import org.hookline.check.Samples;
import org.hookline.check.SymbolicRun;
import org.hookline.check.Witness;
import org.hookline.ir.BrokenLaw;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Taken;
import org.hookline.model.Network;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.sim.FlowResult;
import org.hookline.sim.PathRecorder;
import org.hookline.sim.ScriptedOracle;
import org.hookline.sim.SeededOracle;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.junit.jupiter.api.Test;

/** Mistakes in the simulator's conntrack tables make it disagree with the checker. */
class StoreMutantsTest {
  private static final long SEED = 20261121;
  private static final int NETWORKS = 24;
  private static final int SYNTHETIC = 40;
  private static final int FLOWS = 60;
  private static final Limits LIMITS = new Limits(1500, 1 << 18, Limits.Merging.FOLD, 8);

  /** The number of a fate, which is another one in another graph; fates are compared by name. */
  private static final String NUMBERED = "fate\\.[0-9]+: .*";

  /** A run of the checker, and flows to ask about. */
  private record Asked(SymbolicRun run, List<Witness> flows) {}

  @Test
  void everyMistakeOfATableIsSeen() {
    List<Asked> asked = asked();
    StoreMistake none = new StoreMistake() {};
    assertThat(seen(none, ConntrackEffects.Confirm::new, asked)).as("no mistake").isEmpty();
    Map<String, String> caught = new LinkedHashMap<>();
    StoreMistakes.all()
        .forEach(
            (name, mistake) ->
                caught.put(name, seen(mistake, ConntrackEffects.Confirm::new, asked).orElse("")));
    caught.put(
        "clashes are not seen", seen(none, ConntrackEffects.ConfirmAnyway::new, asked).orElse(""));
    System.out.println("Mutants of the store, seed " + SEED + ", and what they disagree in:");
    caught.forEach((mistake, by) -> System.out.println("  " + mistake + ": " + by));
    caught.values().removeIf(by -> !by.isEmpty());
    assertThat(caught.keySet()).as("mistakes that stay unseen").isEmpty();
  }

  private static List<Asked> asked() {
    List<Asked> all = new ArrayList<>();
    SplittableRandom seeds = new SplittableRandom(SEED);
    for (int i = 0; i < NETWORKS; i++) {
      long seed = seeds.nextLong();
      Network network = RandomNetworks.of(seed);
      Paths paths =
          PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
      if (!paths.graph().slots().isEmpty()) {
        all.add(asked(paths, seed));
      }
    }
    for (int i = 0; i < SYNTHETIC; i++) {
      long seed = seeds.nextLong();
      SyntheticGraph any = new SyntheticGraph(seed);
      all.add(
          asked(
              SymbolicRun.start(any.graph(), any.start(), any.inputs(), any.flow(), LIMITS), seed));
    }
    return all;
  }

  private static Asked asked(Paths paths, long seed) {
    FlowQuestion question = new RandomFlows(paths.network(), paths, seed).next();
    return asked(
        SymbolicRun.start(
            paths.graph(), question.start(), question.inputs(), question.flow(), LIMITS),
        seed);
  }

  private static Asked asked(SymbolicRun run, long seed) {
    List<Witness> flows = new ArrayList<>();
    if (!run.terminals().isEmpty()) {
      Samples samples = new Samples(run, new SplittableRandom(seed));
      for (int i = 0; i < FLOWS; i++) {
        flows.add(samples.next());
      }
    }
    return new Asked(run, flows);
  }

  /** The first difference; flows that go beyond the checker's bounds are left out. */
  private static Optional<String> seen(
      StoreMistake mistake, IntFunction<Effect> confirming, List<Asked> asked) {
    for (Asked one : asked) {
      StepGraph right = one.run().graph();
      Mistaken mistaken = new Mistaken(right, mistake, confirming);
      for (Witness flow : one.flows()) {
        Optional<String> difference = difference(one.run(), mistaken, flow);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(SymbolicRun run, Mistaken mistaken, Witness flow) {
    PathRecorder path = new PathRecorder();
    Tables tables = new Tables();
    ScriptedOracle oracle =
        new ScriptedOracle(Mistaken.in(mistaken.graph(), flow.choices()), new SeededOracle(1));
    Label start = mistaken.graph().label(run.start().name()).orElseThrow();
    try {
      FlowResult result =
          new Simulator(mistaken.graph(), oracle, path).run(start, flow.packet(), tables);
      Witness played = new Witness(flow.packet(), Mistaken.in(run.graph(), result.choices()));
      if (Incomparable.is(run, played, result, tables)) {
        return Optional.empty();
      }
      List<Taken> taken =
          path.path().stream().flatMap(t -> mistaken.in(run.graph(), t).stream()).toList();
      return Replay.differences(run, played, result, taken, tables).stream()
          .filter(d -> !d.matches(NUMBERED))
          .findFirst();
    } catch (BrokenLaw broken) {
      return Optional.of(broken.getMessage());
    }
  }
}
