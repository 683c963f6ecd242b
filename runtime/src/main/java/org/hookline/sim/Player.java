package org.hookline.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Choice;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Visit;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Sysctls;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.model.flow.Simulation;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Headers;
import org.hookline.packet.TcpFlags;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;

/** Plays what a file asks for: simulations, and single packets that come in somewhere. */
public final class Player {
  private static final int FIRST_PORT = 40000;
  private static final int ECHO_REQUEST = 8;

  private final Paths paths;
  private final Oracle oracle;

  /**
   * @param seed of what the kernel would draw at random
   */
  public Player(Network network, long seed) {
    this(
        PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of()),
        seed);
  }

  /** Plays on paths that are built already. */
  public Player(Paths paths, long seed) {
    this(paths, new NaturalOracle(seed));
  }

  /** Plays on paths that are built already, with somebody else's chance. */
  public Player(Paths paths, Oracle oracle) {
    this.paths = paths;
    this.oracle = oracle;
  }

  /** Plays the actions of a simulation in order against one world. */
  public List<ActionResult> play(Simulation simulation) {
    Tables tables = new Tables();
    List<ActionResult> results = new ArrayList<>();
    int sport = FIRST_PORT;
    for (Action action : simulation.played()) {
      Map<Field, Long> inputs = opening(action, action.sport() == 0 ? sport++ : action.sport());
      Trace trace = run(start(action), inputs, tables, Recorder.NONE).trace();
      results.add(new ActionResult(action, outcome(trace), trace));
    }
    return results;
  }

  /** Plays one action in a world without earlier connections. */
  public Played play(Action action) {
    return play(action, Recorder.NONE);
  }

  /**
   * As {@link #play(Action)}.
   *
   * @param onlooker is told the steps too
   */
  public Played play(Action action, Recorder onlooker) {
    int sport = action.sport() == 0 ? FIRST_PORT : action.sport();
    Run run = run(start(action), opening(action, sport), new Tables(), onlooker);
    return new Played(outcome(run.trace()), run.trace(), run.assumptions());
  }

  private record Run(Trace trace, List<String> assumptions) {}

  private Run run(Label start, Map<Field, Long> inputs, Tables tables, Recorder onlooker) {
    TraceRecorder recorder = new TraceRecorder(paths.numbers());
    FlowResult result =
        new Simulator(paths.graph(), oracle, recorder.and(onlooker)).run(start, inputs, tables);
    List<String> assumptions = new ArrayList<>();
    if (result.inconclusive()) {
      assumptions.add("the flow goes beyond the bounds of the model");
    }
    result.choices().keySet().stream()
        .map(Visit::choice)
        .filter(choice -> choice.kind() != Choice.Kind.KERNEL)
        .forEach(choice -> assumptions.add("not in the model: " + choice.id()));
    return new Run(recorder.trace(), List.copyOf(assumptions));
  }

  private Label start(Action action) {
    Optional<Label> start =
        action.source().isPresent() ? paths.openAt(action.from()) : paths.connectAt(action.from());
    return start.orElseThrow(
        () -> new IllegalArgumentException("nobody called " + action.from() + " can send"));
  }

  private int timeToLive(String sender) {
    return paths.network().host(sender).map(Host::sysctls).orElse(Sysctls.NONE).timeToLive();
  }

  private Map<Field, Long> opening(Action action, int sport) {
    Map<Field, Long> fields = new LinkedHashMap<>();
    action
        .circumstances()
        .dev()
        .ifPresent(dev -> fields.put(Fields.BOUND_DEV, number(action.from(), dev)));
    fields.put(Fields.DST, action.to().low());
    fields.put(Fields.SRC, action.source().map(a -> a.low()).orElse(0L));
    fields.put(Fields.PROTO, (long) action.protocol().number());
    fields.put(Fields.DPORT, (long) action.dport());
    fields.put(Fields.SPORT, (long) sport);
    fields.put(Fields.TTL, (long) timeToLive(action.from()));
    fields.put(Fields.MARK, action.mark());
    if (action.protocol().equals(Protocol.TCP)) {
      fields.put(Fields.TCP_FLAGS, TcpFlags.SYN);
    }
    if (action.protocol().equals(Protocol.ICMP)) {
      fields.put(Fields.ICMP_TYPE, (long) ECHO_REQUEST);
    }
    if (paths.network().needsLength()) {
      fields.put(Fields.LENGTH, length(action.protocol()));
    }
    return fields;
  }

  /**
   * What sockets send here: a SYN with the options of Linux, a datagram of one byte, an echo of
   * eight.
   */
  private static long length(Protocol protocol) {
    return protocol.equals(Protocol.TCP) ? 60 : protocol.equals(Protocol.UDP) ? 29 : 36;
  }

  private long number(String host, String dev) {
    return paths.numbers().port(new Port(host, dev));
  }

  /** What the originator's socket reports. */
  private static Expectation outcome(Trace trace) {
    for (PacketTrace packet : trace.packets()) {
      if (packet.fate().outcome() == Fate.Outcome.ANSWERED) {
        return Expectation.OK;
      }
      if (packet.fate().outcome() == Fate.Outcome.REJECTED) {
        return refused(packet.sent()) ? Expectation.REFUSED : Expectation.UNREACHABLE;
      }
    }
    PacketTrace opening = trace.packets().get(0);
    boolean stayed = opening.hops().size() <= 1;
    return stayed && (isErrno(opening) || isForbidden(opening))
        ? Expectation.UNREACHABLE
        : Expectation.TIMEOUT;
  }

  private static boolean isErrno(PacketTrace opening) {
    return opening.fate().errno().isPresent() && opening.fate().drop().isEmpty();
  }

  /**
   * What a rule drops on its way out is EPERM for a datagram; TCP tries again.
   *
   * <p>kernel: net/ipv4/ip_output.c ip_send_skb(), net/netfilter/core.c nf_hook_slow()
   */
  private static boolean isForbidden(PacketTrace opening) {
    return opening.fate().drop().equals(Optional.of("NETFILTER_DROP"))
        && !opening.sent().protocol().equals(Protocol.TCP);
  }

  private static boolean refused(Headers error) {
    return !error.protocol().equals(Protocol.ICMP) || error.code() == 3;
  }

  /**
   * Plays a packet that comes in by an interface, and what follows from it.
   *
   * @throws IllegalArgumentException when there is no such interface
   */
  public Trace inject(Port port, Headers packet) {
    return arrive(port, packet).trace();
  }

  /**
   * As {@link #inject}, with what the trace rests on.
   *
   * @throws IllegalArgumentException when there is no such interface
   */
  public Played arrive(Port port, Headers packet) {
    return arrive(port, packet, Recorder.NONE);
  }

  /**
   * As {@link #arrive(Port, Headers)}.
   *
   * @param onlooker is told the steps too
   * @throws IllegalArgumentException when there is no such interface
   */
  public Played arrive(Port port, Headers packet, Recorder onlooker) {
    Label start =
        paths
            .injectAt(port)
            .orElseThrow(() -> new IllegalArgumentException("no interface " + port));
    Run run = run(start, packet.fields(), new Tables(), onlooker);
    return new Played(Expectation.UNREACHABLE, run.trace(), run.assumptions());
  }

  /** {@code ip route get}, answered by the same path. */
  public RouteAnswer route(RouteQuestion question) {
    return RouteAnswer.of(paths, question, oracle);
  }
}
