package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hookline.addr.Protocol;
import org.hookline.check.InputSpec;
import org.hookline.check.Limits;
import org.hookline.check.Replay;
import org.hookline.check.Samples;
import org.hookline.check.SymbolicRun;
import org.hookline.check.Witness;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.sim.PathRecorder;

/**
 * The ways out of the steps of a graph that some packet takes. The checker is asked for all packets
 * from everywhere; each way that it finds is then taken by the simulator, with a flow of the
 * checker's. So a way that is missing here is one that no flow takes, unless a bound was met.
 */
public final class WaysTaken {
  private static final Pattern BEGINNING = Pattern.compile(".*/(open|connect|query|inject/[^/]+)");

  private static final Protocol GRE = new Protocol(47);

  private final StepGraph graph;
  private final Set<String> taken = new TreeSet<>();
  private final Set<String> bounded = new TreeSet<>();
  private final long seed;

  /**
   * @param seed of the flows that are drawn
   */
  public WaysTaken(StepGraph graph, long seed) {
    this.graph = graph;
    this.seed = seed;
    for (Step step : graph.steps()) {
      if (BEGINNING.matcher(step.label().name()).matches()) {
        for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP, GRE)) {
          explore(step.label(), protocol);
        }
      }
    }
  }

  /** Whether some packet takes this way. */
  public boolean has(Label step, int way) {
    return taken.contains(name(step, way));
  }

  /** The questions in which some flow met a bound; behind it more ways may be taken. */
  public Set<String> bounded() {
    return bounded;
  }

  private static String name(Label step, int way) {
    return step + " " + way;
  }

  private void explore(Label start, Protocol protocol) {
    SymbolicRun run =
        SymbolicRun.start(graph, start, inputs(start, protocol), Pred.TRUE, Limits.ORDINARY);
    if (!run.failing(Pred.TRUE).inconclusive().isEmpty()) {
      bounded.add(start + " " + protocol);
    }
    Samples samples = new Samples(run, new SplittableRandom(seed));
    for (Step step : graph.steps()) {
      for (int way = 0; way < ways(step); way++) {
        if (!has(step.label(), way)) {
          take(run, samples.through(step.label(), way));
        }
      }
    }
  }

  private void take(SymbolicRun run, Optional<Witness> flow) {
    if (flow.isPresent()) {
      PathRecorder path = new PathRecorder();
      Replay replay = Replay.of(run, flow.get(), path);
      assertThat(replay.differences()).as("seed %d, flow %s", seed, flow.get()).isEmpty();
      path.path().forEach(t -> taken.add(name(t.place().step(), t.way())));
    }
  }

  /** Ways out of a step. */
  public static int ways(Step step) {
    return step instanceof Step.Branches branches ? branches.list().size() : 2;
  }

  private static Map<Field, InputSpec> inputs(Label start, Protocol protocol) {
    boolean frame = start.name().contains("/inject/");
    InputSpec ports = protocol.equals(GRE) ? InputSpec.exactly(0) : InputSpec.ANY;
    Map<Field, InputSpec> inputs = new LinkedHashMap<>();
    inputs.put(Fields.DST, InputSpec.ANY);
    inputs.put(Fields.SRC, InputSpec.ANY);
    inputs.put(Fields.DPORT, ports);
    inputs.put(Fields.SPORT, ports);
    inputs.put(Fields.PROTO, InputSpec.exactly(protocol.number()));
    inputs.put(Fields.TOS, InputSpec.ANY);
    inputs.put(Fields.TTL, frame ? InputSpec.ANY : InputSpec.exactly(64));
    if (!frame) {
      inputs.put(Fields.MARK, InputSpec.ANY);
    }
    if (protocol.equals(Protocol.TCP)) {
      inputs.put(Fields.TCP_FLAGS, frame ? InputSpec.ANY : InputSpec.exactly(TcpFlags.SYN));
    }
    if (protocol.equals(Protocol.ICMP)) {
      inputs.put(Fields.ICMP_TYPE, frame ? InputSpec.ANY : InputSpec.exactly(8));
    }
    return inputs;
  }
}
