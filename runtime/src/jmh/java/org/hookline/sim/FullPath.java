package org.hookline.sim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hookline.addr.Address;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.Accept;
import org.hookline.model.rule.target.Drop;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NetworkDraft;
import org.hookline.testing.RouteDraft;
import org.hookline.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single UDP packets on the whole path: in by one interface of a router, its checks, routes and
 * FORWARD rules, out by another, and into a host that is not meant and does not forward. Rules are
 * of nested prefixes and port ranges; two packets of three are made to match one of them, anywhere
 * in the list; about half of all come through.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class FullPath {
  private static final int PACKETS = 4096;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Of the FORWARD chain. */
  @Param({"0", "1000", "10000"})
  public int rules;

  private final List<Map<Field, Long>> packets = new ArrayList<>();
  private Paths paths;
  private Label in;
  private int next;
  private long played;
  private long began;

  /** What a rule matches. */
  private record Box(Prefix from, Prefix to, PortRange ports) {}

  @Setup
  public void build() {
    SplittableRandom random = new SplittableRandom(rules);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      boxes.add(box(random));
    }
    Network network = network(boxes, random);
    paths = PacketWalk.of(network, PacketWalk.number(network), new StepGraph.Builder(), List.of());
    in = paths.injectAt(new Port("router", "in")).orElseThrow();
    for (int i = 0; i < PACKETS; i++) {
      boolean aimed = !boxes.isEmpty() && random.nextInt(3) > 0;
      packets.add(packet(aimed ? boxes.get(random.nextInt(rules)) : box(random), random));
    }
  }

  @Setup(Level.Iteration)
  public void start() {
    played = 0;
    began = CPU.getCurrentThreadCpuTime();
  }

  /** On a machine that has other things to do only the time of the thread itself counts. */
  @TearDown(Level.Iteration)
  public void tell() {
    double seconds = (CPU.getCurrentThreadCpuTime() - began) / 1e9;
    System.out.printf("%.0f packets in a second of CPU time; ", played / seconds);
  }

  private static Network network(List<Box> boxes, SplittableRandom random) {
    NetworkDraft network = new NetworkDraft();
    HostDraft router = network.host("router").forwarding();
    router.iface("in", "192.168.0.1/24").iface("out", "192.168.1.1/24");
    router.route(RouteDraft.to("11.0.0.0/8").via("192.168.0.2", "in"));
    router.route(RouteDraft.to("10.0.0.0/8").via("192.168.1.2", "out"));
    for (Box box : boxes) {
      Match[] matches = {
        new Saddr(false, AddressSet.of(box.from().range())),
        new Daddr(false, AddressSet.of(box.to().range())),
        new Ports(Protocol.UDP, Ports.End.DPORT, false, List.of(box.ports()))
      };
      router.append(
          TableName.FILTER, "FORWARD", random.nextBoolean() ? new Accept() : new Drop(), matches);
    }
    network.host("server").iface("eth0", "192.168.1.2/24", "10.0.0.1/8");
    network.segment("link", "router.out", "server.eth0");
    return network.done();
  }

  private static Box box(SplittableRandom random) {
    int low = random.nextInt(60000);
    return new Box(
        prefix(11, random), prefix(10, random), new PortRange(low, low + random.nextInt(1000)));
  }

  private static Prefix prefix(int first, SplittableRandom random) {
    Address address = Address.ipv4(((long) first << 24) | random.nextInt(1 << 24));
    return new Prefix(address, 12 + random.nextInt(21)).network();
  }

  private static Map<Field, Long> packet(Box box, SplittableRandom random) {
    Map<Field, Long> fields = new LinkedHashMap<>();
    fields.put(Fields.SRC, box.from().last().low());
    fields.put(Fields.DST, box.to().last().low());
    fields.put(Fields.PROTO, (long) Protocol.UDP.number());
    fields.put(Fields.SPORT, 1024L + random.nextInt(60000));
    fields.put(Fields.DPORT, (long) box.ports().first());
    fields.put(Fields.TTL, 64L);
    return fields;
  }

  private Map<Field, Long> packet() {
    played++;
    return packets.get(next++ & PACKETS - 1);
  }

  /** What becomes of a packet. */
  @Benchmark
  public FlowResult verdict() {
    return new Simulator(paths.graph(), new NaturalOracle(0), Recorder.NONE)
        .run(in, packet(), new Tables());
  }

  /** The same with every step told: rules, routes, headers. */
  @Benchmark
  public Trace fullTrace() {
    TraceRecorder recorder = new TraceRecorder(paths.numbers());
    new Simulator(paths.graph(), new NaturalOracle(0), recorder).run(in, packet(), new Tables());
    return recorder.trace();
  }
}
