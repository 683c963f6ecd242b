package org.hookline.lab.recorded;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.ir.Choice;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Visit;
import org.hookline.lab.order.OrderWatch;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.sim.FlowResult;
import org.hookline.sim.ForgetfulOracle;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Recorder;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;

/** Plays the probes of a case through the one graph, in order, so that kept entries are shared. */
final class CaseRun {
  private static final int ECHO_REQUEST = 8;
  private static final int SYN_LENGTH = 60;

  /** Echo, timestamp, information and address mask: kernel: nf_conntrack_proto_icmp.c invmap. */
  private static final Set<Integer> ASKING = Set.of(ECHO_REQUEST, 13, 15, 17);

  private static final Set<Integer> ANSWERING = Set.of(0, 14, 16, 18);

  /** {@link Fields#FLOW_ORIGIN} of a frame that no socket sent. */
  private static final long NOBODY = 255;

  /** Of what the kernel draws: recordings name classes where that matters. */
  private static final long SEED = 1;

  private static final long ANSWER = 1;
  private static final long THIRD = 2;

  private final Network network;
  private final Paths paths;
  private final Host host;
  private final HalfOpen halfOpen = new HalfOpen();
  private final Limited limited = new Limited();
  private Tables tables = new Tables();

  CaseRun(Network network) {
    this.network = network;
    this.paths =
        PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
    this.host = network.host(RecordedCase.HOST).orElseThrow();
  }

  /**
   * What the simulator says of a probe; the probes before it have been played.
   *
   * @param onlooker is told the steps
   */
  Predicted predict(RecordedProbe probe, Recorder onlooker) {
    if (!probe.keeps()) {
      tables = new Tables();
    }
    limited.next();
    HostWatch watch = new HostWatch(host, paths.numbers());
    Map<Field, Long> inputs = inputs(probe);
    inputs.putAll(halfOpen.inputs());
    OrderWatch order = new OrderWatch();
    FlowResult result =
        play(start(probe), inputs, watch.and(order).and(halfOpen).and(limited).and(onlooker));
    Predicted predicted =
        new ProbeReading(network, probe, watch, tables, paths)
            .predicted(order.at(RecordedCase.HOST), assumed(result));
    close(probe, predicted, inputs);
    return predicted;
  }

  /** Whom the kernel tells less than the model says. */
  Limited limited() {
    return limited;
  }

  private FlowResult play(Label start, Map<Field, Long> inputs, Recorder recorder) {
    return new Simulator(paths.graph(), new ForgetfulOracle(new NaturalOracle(SEED)), recorder)
        .run(start, inputs, tables);
  }

  /** What the model does not know of this flow: such a prediction is none. */
  private static Optional<String> assumed(FlowResult result) {
    if (result.inconclusive()) {
      return Optional.of("the flow goes beyond the bounds of the model");
    }
    return result.choices().keySet().stream()
        .map(Visit::choice)
        .filter(choice -> choice.kind() != Choice.Kind.KERNEL)
        .map(choice -> "not in the model: " + choice.id())
        .findFirst();
  }

  private Label start(RecordedProbe probe) {
    if (probe.kind() == RecordedProbe.Kind.RAW) {
      Port into = across(new Port(probe.sender(), probe.text("dev").orElseThrow()));
      return paths.graph().label(into.host() + "/ingress").orElseThrow();
    }
    Optional<Label> label =
        probe.source().isPresent() ? paths.openAt(probe.sender()) : paths.connectAt(probe.sender());
    return label.orElseThrow();
  }

  /** The other end of a wire. */
  private Port across(Port port) {
    Segment segment = network.segmentOf(port).orElseThrow();
    return segment.ports().stream().filter(p -> !p.equals(port)).findFirst().orElseThrow();
  }

  private Map<Field, Long> inputs(RecordedProbe probe) {
    Map<Field, Long> inputs = new LinkedHashMap<>();
    Protocol protocol = probe.protocol();
    inputs.put(Fields.SRC, probe.source().map(Address::low).orElse(0L));
    inputs.put(Fields.DST, probe.destination().low());
    inputs.put(Fields.PROTO, (long) protocol.number());
    inputs.put(Fields.TTL, (long) probe.number("ttl", timeToLive(probe)));
    inputs.put(Fields.SPORT, (long) probe.number("sport", 0));
    inputs.put(Fields.DPORT, (long) probe.number("dport", 0));
    inputs.put(Fields.MARK, probe.number("mark", 0) & 0xffffffffL);
    inputs.put(Fields.LENGTH, length(probe));
    inputs.put(Fields.FLOW_TAKES, takes(probe));
    inputs.put(Fields.FLOW_END, protocol.equals(Protocol.TCP) ? THIRD : ANSWER);
    if (protocol.equals(Protocol.TCP)) {
      inputs.put(Fields.TCP_FLAGS, probe.text("flags").map(CaseRun::flags).orElse(TcpFlags.SYN));
    }
    if (protocol.equals(Protocol.ICMP)) {
      icmp(probe, inputs);
    }
    Optional<String> dev = probe.text("dev");
    if (probe.kind() == RecordedProbe.Kind.RAW) {
      Port from = new Port(probe.sender(), dev.orElseThrow());
      inputs.put(Fields.IIF, (long) paths.numbers().port(across(from)));
      inputs.put(Fields.FLOW_ORIGIN, NOBODY);
      network
          .host(from.host())
          .flatMap(h -> h.iface(from.iface()))
          .flatMap(i -> i.mac())
          .ifPresent(m -> inputs.put(Fields.FRAME_SRC, m.bits()));
    } else {
      dev.ifPresent(
          d ->
              inputs.put(
                  Fields.BOUND_DEV, (long) paths.numbers().port(new Port(probe.sender(), d))));
    }
    return inputs;
  }

  private int timeToLive(RecordedProbe probe) {
    return network.host(probe.sender()).orElseThrow().sysctls().timeToLive();
  }

  /** A SYN of Linux has all options; of other packets the probe says it, or nothing does. */
  private static long length(RecordedProbe probe) {
    return probe.number("len", probe.kind() == RecordedProbe.Kind.TCP ? SYN_LENGTH : 0);
  }

  /** Sockets that are not connected take answers from anybody. */
  private static long takes(RecordedProbe probe) {
    boolean connected = probe.kind() == RecordedProbe.Kind.TCP || probe.connected();
    return connected ? 0 : probe.source().isPresent() ? 1 : 2;
  }

  /** An echo carries its identifier where the tuple of a request, or of a reply, has it. */
  private static void icmp(RecordedProbe probe, Map<Field, Long> inputs) {
    int type = probe.number("itype", ECHO_REQUEST);
    inputs.put(Fields.ICMP_TYPE, (long) type);
    inputs.put(Fields.ICMP_CODE, (long) probe.number("icode", 0));
    if (ASKING.contains(type)) {
      inputs.put(Fields.SPORT, (long) probe.number("id", 0));
    } else if (ANSWERING.contains(type)) {
      inputs.put(Fields.DPORT, (long) probe.number("id", 0));
    }
    if (probe.json().get("inner") instanceof JsonObject quoted) {
      RecordedProbe inner = new RecordedProbe(0, quoted);
      Protocol protocol = RecordedProbe.protocol(inner.text("proto").orElseThrow());
      inputs.put(Fields.INNER_SRC, inner.source().map(Address::low).orElse(0L));
      inputs.put(Fields.INNER_DST, inner.destination().low());
      inputs.put(Fields.INNER_PROTO, (long) protocol.number());
      if (protocol.equals(Protocol.ICMP)) {
        inputs.put(Fields.INNER_TYPE, (long) ECHO_REQUEST);
      }
      inputs.put(Fields.INNER_SPORT, (long) inner.number("sport", inner.number("id", 0)));
      inputs.put(Fields.INNER_DPORT, (long) inner.number("dport", 0));
    }
  }

  private static long flags(String letters) {
    long flags = 0;
    for (char letter : letters.toCharArray()) {
      flags |=
          switch (letter) {
            case 'S' -> TcpFlags.SYN;
            case 'F' -> TcpFlags.FIN;
            case 'R' -> TcpFlags.RST;
            case 'P' -> TcpFlags.PSH;
            case 'A' -> TcpFlags.ACK;
            case 'E' -> TcpFlags.ECE;
            case 'W' -> TcpFlags.CWR;
            default -> 0;
          };
    }
    return flags;
  }

  /** Clients close with a reset before the next probe; nobody recorded it. */
  private void close(RecordedProbe probe, Predicted predicted, Map<Field, Long> inputs) {
    if (probe.kind() != RecordedProbe.Kind.TCP || !predicted.result().equals("ok")) {
      return;
    }
    Map<Field, Long> reset = new LinkedHashMap<>(inputs);
    String local = predicted.local().orElseThrow();
    Address source = Address.parse(local.substring(0, local.indexOf(':')));
    reset.put(Fields.SRC, source.low());
    reset.put(Fields.TCP_FLAGS, TcpFlags.RST | TcpFlags.ACK);
    reset.put(Fields.LENGTH, 0L);
    play(paths.openAt(probe.sender()).orElseThrow(), reset, halfOpen);
  }
}
