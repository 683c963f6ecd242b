package org.hookline.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Taken;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.sim.PathRecorder;
import org.hookline.sim.SeededOracle;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.hookline.testing.HostDraft;
import org.hookline.testing.NetworkDraft;
import org.hookline.testing.RouteDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes by the hash of a route with two next hops keeps to one, as 40 flows each did on 6.18:
 * where only addresses count, both directions and the errors about them; where ports count too,
 * what one socket sends, but not what another socket with the same ports sent later.
 *
 * <pre>
 *  c e0 10.1.0.2 ─── 10.1.0.1 e0  r  e1 10.2.0.1 ─── 10.2.0.2 e0  s   10.9.0.1
 *                                    e2 10.3.0.1 ─── 10.3.0.2 e1
 * </pre>
 */
class MultipathTest {
  private static final String POLICY = "net.ipv4.fib_multipath_hash_policy";
  private static final String SHARED = "r/fib/table/main/multipath/1/shared";
  private static final int SEEDS = 40;

  /** No socket sent it. */
  private static final long NOBODY = 255;

  private static Network network(int policy, Consumer<HostDraft> server) {
    NetworkDraft draft = new NetworkDraft();
    draft
        .host("c")
        .iface("e0", "10.1.0.2/24")
        .route(RouteDraft.to("default").via("10.1.0.1", "e0"));
    HostDraft r = draft.host("r").forwarding().sysctl(POLICY, policy);
    r.iface("e0", "10.1.0.1/24").iface("e1", "10.2.0.1/24").iface("e2", "10.3.0.1/24");
    r.route(RouteDraft.to("default").via("10.2.0.2", "e1").via("10.3.0.2", "e2"));
    HostDraft s = draft.host("s").iface("e0", "10.2.0.2/24", "10.9.0.1/32");
    s.iface("e1", "10.3.0.2/24").route(RouteDraft.to("default").via("10.2.0.1", "e0"));
    s.listen(Protocol.UDP, PortRange.of(53)).listen(Protocol.TCP, PortRange.of(53));
    server.accept(s);
    draft.segment("west", "c.e0", "r.e0");
    return draft.segment("north", "r.e1", "s.e0").segment("south", "r.e2", "s.e1").done();
  }

  /** By packet of the flow, which next hop it took at each passage. */
  private static List<List<Integer>> ways(
      Network network, Protocol protocol, boolean socket, int seed) {
    Numbering numbers = PacketWalk.number(network);
    Paths paths = PacketWalk.of(network, numbers, new StepGraph.Builder(), List.of());
    Map<Field, Long> packet = new LinkedHashMap<>();
    packet.put(Fields.SRC, Address.parse("10.1.0.2").low());
    packet.put(Fields.DST, Address.parse("10.9.0.1").low());
    packet.put(Fields.PROTO, (long) protocol.number());
    packet.put(Fields.SPORT, 4000L);
    packet.put(Fields.DPORT, 53L);
    packet.put(Fields.TTL, 64L);
    packet.put(Fields.TCP_FLAGS, protocol.equals(Protocol.TCP) ? TcpFlags.SYN : 0);
    if (!socket) {
      packet.put(Fields.IIF, (long) numbers.port(new Port("r", "e0")));
      packet.put(Fields.FLOW_ORIGIN, NOBODY);
    }
    PathRecorder path = new PathRecorder();
    new Simulator(paths.graph(), new SeededOracle(seed), path)
        .run(
            socket
                ? paths.openAt("c").orElseThrow()
                : paths.graph().label("r/ingress").orElseThrow(),
            packet,
            new Tables());
    List<List<Integer>> ways = new ArrayList<>();
    for (Taken taken : path.path()) {
      int number = taken.place().moment().packet();
      while (ways.size() <= number) {
        ways.add(new ArrayList<>());
      }
      if (taken.place().step().name().equals(SHARED)) {
        ways.get(number).add(taken.way());
      }
    }
    ways.removeIf(List::isEmpty);
    return ways;
  }

  /** Of many draws: how often all packets took one next hop, and which were taken. */
  private record Seen(int together, TreeSet<Integer> taken, int packets) {}

  private static Seen seen(Network network, Protocol protocol, boolean socket) {
    int together = 0;
    int packets = 0;
    TreeSet<Integer> taken = new TreeSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      List<List<Integer>> ways = ways(network, protocol, socket, seed);
      TreeSet<Integer> one = new TreeSet<>();
      ways.forEach(one::addAll);
      together += one.size() == 1 ? 1 : 0;
      taken.addAll(one);
      packets = Math.max(packets, ways.size());
    }
    return new Seen(together, taken, packets);
  }

  private static void keepsToOne(Seen seen) {
    assertThat(seen.packets()).as("packets that met the route").isGreaterThanOrEqualTo(2);
    assertThat(seen.together()).as("flows that kept to a next hop").isEqualTo(SEEDS);
    assertThat(seen.taken()).as("next hops").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theNextPacketOfAConnectionTakesTheSameNextHop(int policy) {
    keepsToOne(seen(network(policy, s -> {}), Protocol.TCP, true));
  }

  @Test
  void anErrorThatIsForwardedGoesByTheAddressesThatItQuotes() {
    keepsToOne(seen(network(0, s -> {}), Protocol.UDP, false));
  }

  @Test
  void whereThePortsCountAnErrorThatIsForwardedGoesAWayOfItsOwn() {
    Seen seen = seen(network(1, s -> {}), Protocol.UDP, false);
    assertThat(seen.packets()).isEqualTo(2);
    assertThat(seen.together()).isBetween(1, SEEDS - 1);
  }

  @Test
  void anErrorOfTheRouterGoesTheWayOfWhatItIsAbout() {
    keepsToOne(seen(network(0, s -> s.sysctl("net.ipv4.ip_default_ttl", 1)), Protocol.UDP, true));
  }

  /** The packet that it is about may have brought a hash along. */
  @Test
  void whereThePortsCountAnErrorOfTheRouterGoesAnyWay() {
    Seen seen = seen(network(1, s -> s.sysctl("net.ipv4.ip_default_ttl", 1)), Protocol.UDP, true);
    assertThat(seen.packets()).isEqualTo(2);
    assertThat(seen.together()).isBetween(1, SEEDS - 1);
  }
}
