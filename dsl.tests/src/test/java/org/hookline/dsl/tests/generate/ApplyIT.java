package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.agree.RandomNetworks;
import org.hookline.dsl.generate.Scripts;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on the real kernel. */
class ApplyIT {

  @TempDir Path directory;

  @Test
  void aSecondRunPrintsAndChangesNothing() throws IOException {
    Network network = Networks.router();
    Path script = Scripts.of(network).writeTo(directory).get("router");
    try (Namespace box = Namespace.open().withLinksOf(network.hosts().get(0))) {
      assertThat(box.apply(script))
          .contains("address add", "route", "rule add", "iptables-restore");
      List<String> dump = box.dump();
      assertThat(box.apply(script)).isEmpty();
      assertThat(box.dump()).isEqualTo(dump);
    }
  }

  private static final List<String> CHANGES =
      List.of(
          "ip link set lan down",
          "ip link set spare up",
          "ip link set wan mtu 1500",
          "ip link set wan address 02:00:00:00:00:02",
          "ip link set lan0 nomaster",
          "ip address add 192.0.2.55/24 dev lan",
          "ip address del 192.0.2.1/24 dev lan",
          "ip address del 192.0.2.129/24 dev lan",
          "ip address add 10.99.0.1/24 dev lan",
          "ip address add 10.99.0.1/24 dev lan0",
          "ip address flush dev lan",
          "ip -6 address del 2001:db8::2/64 dev wan",
          "ip -6 address add 2001:db8::9/64 dev wan",
          "ip route add 203.0.113.0/24 via 198.51.100.1",
          "ip route append 10.20.0.0/16 via 192.0.2.99",
          "ip route prepend 10.20.0.0/16 via 192.0.2.99",
          "ip route add 10.20.0.0/16 via 192.0.2.99 metric 5",
          "ip route replace 10.20.0.0/16 via 192.0.2.99",
          "ip route replace 10.20.0.0/16 via 192.0.2.77",
          "ip route del 10.20.0.0/16",
          "ip route flush table 100",
          "ip route replace table 100 default via 198.51.100.1",
          "ip route add blackhole 172.16.0.0/12 table 100",
          "ip route del prohibit 10.66.0.0/16",
          "ip route replace unreachable 10.66.0.0/16",
          "ip route del 192.0.2.0/24 dev lan",
          "ip route del local 10.0.0.1 dev lan table local",
          "ip route add local 10.0.0.77 dev lan table local",
          "ip -6 route del 2001:db8:9::/48",
          "ip -6 route add 2001:db8:77::/48 via 2001:db8::1",
          "ip rule add pref 1500 from 9.9.9.9 lookup 77",
          "ip rule add pref 1000 from 9.9.9.9 lookup 77",
          "ip rule del pref 1001",
          "ip rule del pref 32767",
          "ip rule add pref 1002 prohibit",
          "ip rule flush",
          "ip -6 rule del pref 1003",
          "ip -6 rule add pref 7 from 2001:db8:7::/48 lookup 77",
          "ip neighbour del 192.0.2.77 dev lan",
          "ip neighbour replace 192.0.2.77 lladdr 02:00:00:00:00:78 dev lan nud permanent",
          "ip neighbour replace 192.0.2.78 lladdr 02:00:00:00:00:78 dev lan nud permanent",
          "iptables -I INPUT -j ACCEPT",
          "iptables -P OUTPUT DROP",
          "iptables -P INPUT ACCEPT",
          "iptables -D INPUT 1",
          "iptables -N another",
          "iptables -t security -A INPUT -j DROP",
          "sysctl -q -w net.ipv4.ip_forward=0",
          "sysctl -q -w net.ipv4.conf.wan.rp_filter=1",
          "sysctl -q -w net.ipv4.conf.all.accept_local=1",
          "sysctl -q -w net.ipv4.conf.default.rp_filter=1");

  @TestFactory
  Stream<DynamicTest> whatSomebodyChangedIsMadeGood() throws IOException {
    Network network = Networks.router();
    Path script = Scripts.of(network).writeTo(directory).get("router");
    Namespace box = Namespace.open().withLinksOf(network.hosts().get(0));
    box.apply(script);
    // chains of a table once made stay: make all tables first
    box.must("iptables", "-t", "security", "-A", "INPUT", "-j", "DROP");
    box.apply(script);
    List<String> dump = box.dump();
    return CHANGES.stream()
        .map(change -> DynamicTest.dynamicTest(change, () -> makeGood(box, script, dump, change)))
        .onClose(box::close);
  }

  private static void makeGood(Namespace box, Path script, List<String> dump, String change) {
    box.must(change.split(" "));
    assertThat(Namespace.differences(dump, box.dump())).as("the change is seen").isNotEmpty();
    String log = box.apply(script);
    assertThat(log).isNotEmpty();
    assertThat(Namespace.differences(dump, box.dump())).as(log).isEmpty();
    assertThat(box.apply(script)).as("second run").isEmpty();
  }

  @Test
  void withoutALinkThatNoScriptMakesNothingIsChanged() throws IOException {
    Network network = Networks.router();
    Path script = Scripts.of(network).writeTo(directory).get("router");
    try (Namespace box = Namespace.open().withLinksOf(network.hosts().get(0))) {
      box.must("ip", "link", "del", "wan");
      List<String> dump = box.dump();
      Ended ended = box.run("sh", script.toString());
      assertThat(ended.errors())
          .isEqualTo("router: nothing was changed, because there is no link wan\n");
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(box.dump()).isEqualTo(dump);
    }
  }

  @Test
  void theDataFilesAloneMakeTheSameHost() throws IOException {
    Network network = Networks.router();
    Host router = network.hosts().get(0);
    Path script = Scripts.of(network).writeTo(directory).get("router");
    Path files = script.getParent();
    try (Namespace box = Namespace.open().withLinksOf(router);
        Namespace other = Namespace.open().withLinksOf(router)) {
      box.apply(script);
      String rules = Files.readString(files.resolve("iptables.rules"));
      assertThat(other.give(rules, "iptables-restore", "--test").errors()).isEmpty();
      assertThat(other.give(rules, "iptables-restore").errors()).isEmpty();
      for (String conf : List.of("sysctl", "sysctl-netfilter")) {
        other.must("sysctl", "-q", "-p", files.resolve(conf + ".conf").toString());
      }
      String links = Files.readString(files.resolve("links.batch"));
      String makeable =
          links
              .lines()
              .filter(l -> !l.matches("link add name (guest|spare) .*"))
              .collect(Collectors.joining("\n", "", "\n"));
      assertThat(other.give(makeable, "ip", "-batch", "-").errors()).isEmpty();
      other.must("sysctl", "-q", "-p", files.resolve("sysctl-interfaces.conf").toString());
      other.must("ip", "address", "del", "127.0.0.1/8", "dev", "lo");
      for (String family : List.of("4", "6")) {
        for (String preference : List.of("0", "32766", "32767")) {
          if (family.equals("4") || !preference.equals("32767")) {
            other.must("ip", "-" + family, "rule", "del", "pref", preference);
          }
        }
        // gateways are looked up through the rules, so that these come first here
        for (String what : List.of("rules", "addresses", "routes", "neighbours")) {
          String batch = what + (family.equals("6") ? "6" : "") + ".batch";
          other.must("ip", "-" + family, "-batch", files.resolve(batch).toString());
        }
      }
      assertThat(Namespace.differences(comparable(box), comparable(other))).isEmpty();
    }
  }

  /**
   * Without numbers of links and hardware addresses that nobody chose, and without what nft shows
   * of one kind of iptables.
   */
  private static List<String> comparable(Namespace namespace) {
    return namespace.dump().stream()
        .filter(line -> !line.matches("table .*|\\t.*|\\}|"))
        .map(line -> line.replaceAll("^\\d+: ", ""))
        .map(line -> line.replaceAll("link/ether (?!02:00:00:00:00:01)\\S+ brd", "link/ether brd"))
        .toList();
  }

  @Test
  void iptablesLegacyEndsUpTheSame() throws IOException {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : List.of("iptables-save", "iptables-restore")) {
      Path legacy = Path.of("/usr/sbin", tool.replace("iptables-", "iptables-legacy-"));
      Files.createSymbolicLink(tools.resolve(tool), legacy);
    }
    Map<String, String> environment = Map.of("PATH", tools + ":" + System.getenv("PATH"));
    Network network = Networks.router();
    Path script = Scripts.of(network).writeTo(directory).get("router");
    try (Namespace box = Namespace.open(environment).withLinksOf(network.hosts().get(0));
        Namespace other = Namespace.open().withLinksOf(network.hosts().get(0))) {
      assertThat(box.apply(script)).contains("iptables-restore");
      assertThat(box.apply(script)).isEmpty();
      other.apply(script);
      assertThat(Namespace.differences(comparable(other), comparable(box))).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyHostOfEveryExampleIsConfiguredByItsScript() throws IOException {
    return Networks.examples().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Networks.ROOT.relativize(file).toString(),
                    () -> twice(Networks.of(file), directory.resolve(file.getFileName()))));
  }

  /** Networks that no tool would take are passed over. */
  @TestFactory
  Stream<DynamicTest> everyHostOfRandomNetworksIsConfiguredByItsScript() {
    return Stream.iterate(1L, seed -> seed + 1)
        .filter(seed -> Scripts.of(RandomNetworks.of(seed)).problems().isEmpty())
        .limit(10)
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> twice(RandomNetworks.of(seed), directory.resolve("random" + seed))));
  }

  private static void twice(Network network, Path into) throws IOException {
    Map<String, Path> scripts = Scripts.of(network).writeTo(into);
    for (Host host : network.hosts()) {
      try (Namespace box = Namespace.open().withLinksOf(host)) {
        box.apply(scripts.get(host.name()));
        List<String> dump = box.dump();
        assertThat(kernelEntries(box)).isEqualTo(expectedEntries(host));
        assertThat(box.apply(scripts.get(host.name()))).isEmpty();
        assertThat(box.dump()).isEqualTo(dump);
      }
    }
  }

  private static final Pattern TABLE = Pattern.compile(" table \\S+");

  /** What the kernel has made of the addresses by itself. */
  private static Set<String> kernelEntries(Namespace box) {
    return box.must("ip", "-4", "-o", "route", "show", "table", "all", "proto", "kernel")
        .lines()
        .map(line -> TABLE.matcher(line.strip()).replaceFirst(""))
        .map(line -> line.replaceFirst(" proto kernel", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> expectedEntries(Host host) {
    return host.tables().stream()
        .flatMap(table -> table.routes().stream())
        .filter(route -> route.byKernel())
        .map(
            route ->
                route.text()
                    + (route.type() == org.hookline.model.route.RouteType.LOCAL
                        ? " scope host"
                        : " scope link")
                    + " src "
                    + route.source().orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
