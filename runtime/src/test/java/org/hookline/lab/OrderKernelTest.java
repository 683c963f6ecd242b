package org.hookline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Protocol;
import org.hookline.importer.Dump;
import org.hookline.importer.DumpKind;
import org.hookline.importer.HostImport;
import org.hookline.lab.order.Passage;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.ChainType;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.NftTable;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.target.Count;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order a kernel asks rules, beside the order in which the simulator does. */
class OrderKernelTest {
  private static final String RULES =
      """
      *mangle
      :PREROUTING ACCEPT [0:0]
      :INPUT ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      -A PREROUTING -p tcp -j MARK --set-xmark 0x5/0xffffffff
      -A OUTPUT -j ACCEPT
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :OUTPUT ACCEPT [0:0]
      :services - [0:0]
      :quiet - [0:0]
      -A INPUT -p udp -m udp --dport 9 -j REJECT --reject-with icmp-port-unreachable
      -A INPUT -j services
      -A INPUT -g quiet
      -A services -p tcp -m tcp --dport 22 -j DROP
      -A services -p tcp -m mark --mark 0x5 -j ACCEPT
      -A services -p udp -m udp --dport 53 -j ACCEPT
      -A services -j RETURN
      -A quiet -p icmp -j ACCEPT
      COMMIT
      """;

  private static final String OWN =
      """
      nft -f - <<'TABLE'
      table inet own {
        chain early { type filter hook prerouting priority -10; policy accept; counter; }
        chain late { type filter hook input priority 10; policy accept; }
      }
      TABLE
      """;

  @TempDir Path directory;

  /** The pair of hosts, with these rules at {@code b}. */
  private static Network network(int early, List<Rule> rules) {
    Map<DumpKind, Dump> dumps = new EnumMap<>(DumpKind.class);
    dumps.put(DumpKind.IPTABLES, new Dump("b/iptables-save", RULES));
    Host imported = HostImport.of("b", dumps).host();
    Network pair = Pairs.network();
    Host b = pair.hosts().get(1);
    Host ruled =
        new Host(
            "b",
            b.kernel(),
            b.sysctls(),
            b.interfaces(),
            b.tables(),
            b.rules(),
            b.iptables(),
            imported.packetTables(),
            List.of(own(early, rules)),
            b.listeners(),
            List.of(),
            List.of(),
            Origin.NONE);
    return new Network(
        List.of(pair.hosts().get(0), ruled),
        pair.segments(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static NftTable own(int early, List<Rule> rules) {
    return new NftTable(
        NftTable.Family.INET,
        "own",
        List.of(
            chain("early", rules, Hook.PREROUTING, early),
            chain("late", List.of(), Hook.INPUT, 10)),
        Origin.NONE);
  }

  private static NftTable.NftChain chain(String name, List<Rule> rules, Hook hook, int priority) {
    return new NftTable.NftChain(
        new Chain(name, false, rules, Origin.NONE),
        Optional.of(new NftTable.Base(ChainType.FILTER, hook, priority)));
  }

  private static List<Rule> counting() {
    return List.of(Rule.of(new Count(), Origin.NONE));
  }

  private Lab open(Network network, String restore) throws Exception {
    String script =
        """
        set -eu
        ip addr add 10.0.0.2/24 dev eth0
        ip addr add 10.0.0.3/24 dev eth0
        ip link set eth0 up
        %s <<'RULES'
        %sRULES
        %s"""
            .formatted(restore, RULES, OWN);
    return KernelLab.open(network, Map.of("a", Pairs.SCRIPTS.get("a"), "b", script), directory);
  }

  private static Flow flow(Protocol protocol, int port) {
    Address server = Address.parse("10.0.0.2");
    return new Flow(
        "", new Stimulus.Opens(new Probe(protocol, "a", Optional.empty(), 40000, server, port, 0)));
  }

  private static Agenda everyWay() {
    List<Flow> flows = new ArrayList<>();
    List.of(22, 80, 81).forEach(port -> flows.add(flow(Protocol.TCP, port)));
    List.of(9, 53, 54).forEach(port -> flows.add(flow(Protocol.UDP, port)));
    flows.add(flow(Protocol.ICMP, 0));
    return new Agenda(flows, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iptables-nft-restore", "iptables-legacy-restore"})
  void rulesOfBothKindsOfIptablesAndOfNftAreMetInThePredictedOrder(String restore)
      throws Exception {
    Network network = network(-10, counting());
    try (Lab lab = open(network, restore)) {
      LabReport report = new Session(network, lab).play(everyWay(), flow -> {});
      assertThat(report.flows()).flatExtracting(FlowReport::differences).isEmpty();
      assertThat(report.ordersCompared()).isEqualTo(14);
      assertThat(report.ordersNotComparable()).isZero();
      String table = restore.contains("nft") ? "nft/ip/" : "";
      Passage input = report.flows().get(1).observed().order().get("b").passages().get(1);
      assertThat(input.hook()).isEqualTo(Hook.INPUT);
      assertThat(input.places())
          .containsExactly(
              table + "mangle/INPUT/policy",
              table + "filter/INPUT/2",
              table + "filter/services/2",
              "nft/inet/own/late/policy");
    }
  }

  /** Nothing else tells: packets, counters and answers are the same in any order. */
  @ParameterizedTest
  @ValueSource(strings = {"iptables-nft-restore", "iptables-legacy-restore"})
  void anOrderThatIsPredictedWronglyIsNamedByItsFirstStep(String restore) throws Exception {
    Network wrong = network(-200, counting());
    try (Lab lab = open(wrong, restore)) {
      LabReport report =
          new Session(wrong, lab)
              .play(new Agenda(List.of(flow(Protocol.TCP, 80)), List.of()), flow -> {});
      assertThat(report.flows().get(0).differences())
          .containsExactly(
              new Difference(
                  "order at b, PREROUTING step 1",
                  "nft/inet/own/early/1 (continue)",
                  "mangle/PREROUTING/1 (meta l4proto tcp mark set 0x5)"));
    }
  }

  @Test
  void aRuleThatIsPredictedButNotThereIsNamed() throws Exception {
    List<Rule> twice = new ArrayList<>(counting());
    twice.addAll(counting());
    Network wrong = network(-10, twice);
    try (Lab lab = open(wrong, "iptables-nft-restore")) {
      LabReport report =
          new Session(wrong, lab)
              .play(new Agenda(List.of(flow(Protocol.ICMP, 0)), List.of()), flow -> {});
      assertThat(report.flows().get(0).differences().get(0).toString())
          .isEqualTo(
              "order at b, PREROUTING step 3: predicted nft/inet/own/early/2 (continue),"
                  + " the kernel: nft/inet/own/early/policy");
    }
  }

  /** A packet's hash would be another one when it is traced, and its next hop with it. */
  @Test
  void whereTracingWouldChangeTheWayNothingIsTracedAndThatIsSaid() throws Exception {
    Network network = network(-10, counting());
    String hashed = "sysctl -qw net.ipv4.fib_multipath_hash_policy=1\niptables-nft-restore";
    try (Lab lab = open(network, hashed)) {
      LabReport report =
          new Session(network, lab)
              .play(new Agenda(List.of(flow(Protocol.ICMP, 0)), List.of()), flow -> {});
      assertThat(lab.run("b", "nft", "list", "tables")).doesNotContain("hookline");
      assertThat(report.flows().get(0).differences()).isEmpty();
      assertThat(report.flows().get(0).order().hosts()).containsExactly("a");
      assertThat(report.flows().get(0).order().notComparable())
          .singleElement()
          .satisfies(
              unseen -> {
                assertThat(unseen.host()).isEqualTo("b");
                assertThat(unseen.reason()).contains("fib_multipath_hash_policy is not 0");
              });
    }
  }

  @Test
  void tracingBringsNoConntrack() throws Exception {
    try (Lab lab = open(Pairs.network(), "iptables-nft-restore")) {
      Observation seen = lab.play(((Stimulus.Opens) flow(Protocol.TCP, 80).stimulus()).probe());
      assertThat(seen.result()).isEqualTo("ok");
      assertThat(seen.order().get("b").passages()).isNotEmpty();
      assertThat(seen.conntrack()).isEmpty();
    }
  }
}
