package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.sim.FlowResult;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Recorder;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One long chain of rules that only accept or drop, in both interpreters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LongChains {
  private static final Fate DROPPED = new Fate(Fate.Outcome.DROPPED, "h", "rule");
  private static final Fate ACCEPTED = new Fate(Fate.Outcome.ACCEPTED, "h", "");

  @Param({"100", "1000", "10000"})
  public int rules;

  private StepGraph graph;
  private Label start;
  private final List<Map<Field, Long>> packets = new ArrayList<>();
  private int next;

  /** Nested prefixes and port ranges, as in real rule sets. */
  @Setup
  public void build() {
    SplittableRandom random = new SplittableRandom(rules);
    StepGraph.Builder builder = new StepGraph.Builder();
    start = builder.label("chain");
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      Fate fate = random.nextInt(3) == 0 ? ACCEPTED : DROPPED;
      branches.add(new Branch(rule(random), List.of(), new Next.End(fate), Optional.empty()));
    }
    branches.add(new Branch(Pred.TRUE, List.of(), new Next.End(ACCEPTED), Optional.empty()));
    builder.branches(start, branches);
    graph = builder.build();
    for (int i = 0; i < 1024; i++) {
      packets.add(packet(random));
    }
  }

  private static Pred rule(SplittableRandom random) {
    List<Pred> preds = new ArrayList<>();
    preds.add(Pred.prefix(Fields.DST, address(random), 8 + random.nextInt(25)));
    if (random.nextBoolean()) {
      preds.add(Pred.prefix(Fields.SRC, address(random), 8 + random.nextInt(25)));
    }
    preds.add(Pred.is(Fields.PROTO, random.nextBoolean() ? 6 : 17));
    if (random.nextInt(3) > 0) {
      long low = random.nextInt(60000);
      preds.add(new Pred.InRange(Fields.DPORT, low, low + random.nextInt(100)));
    }
    return Pred.and(preds);
  }

  /** Few leading bytes, so that prefixes nest. */
  private static long address(SplittableRandom random) {
    return (10L + random.nextInt(4) << 24) | random.nextInt(1 << 24);
  }

  private static Map<Field, Long> packet(SplittableRandom random) {
    return Map.of(
        Fields.DST,
        address(random),
        Fields.SRC,
        address(random),
        Fields.PROTO,
        6L,
        Fields.DPORT,
        (long) random.nextInt(65536),
        Fields.SPORT,
        40000L);
  }

  @Benchmark
  public SymbolicRun allPackets() {
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.DPORT, InputSpec.ANY);
    inputs.put(Fields.SPORT, InputSpec.ANY);
    inputs.put(Fields.PROTO, InputSpec.ANY);
    return SymbolicRun.start(graph, start, inputs, Pred.TRUE);
  }

  @Benchmark
  public FlowResult onePacket() {
    Map<Field, Long> packet = packets.get(next++ & 1023);
    return new Simulator(graph, new NaturalOracle(0), Recorder.NONE)
        .run(start, packet, new Tables());
  }
}
