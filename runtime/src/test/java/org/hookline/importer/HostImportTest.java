package org.hookline.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hookline.kernel.KernelVersion;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host from the dumps that a kernel 6.18 with iproute2 6.1 and iptables 1.8.9 printed. */
class HostImportTest {
  private static final Path DUMPS = Path.of("src/test/resources/importer");

  private static ImportedHost host(String form) throws IOException {
    ImportedNetwork network = DirectoryImport.read(DUMPS.resolve(form));
    assertThat(network.hosts()).hasSize(1);
    return network.hosts().get(0);
  }

  private static ImportedHost of(Map<DumpKind, String> texts) {
    Map<DumpKind, Dump> dumps = new EnumMap<>(DumpKind.class);
    texts.forEach((kind, text) -> dumps.put(kind, new Dump(kind.file(), text)));
    return HostImport.of("box", dumps);
  }

  private static List<String> routes(Host host, String table) {
    return host.table(table).orElseThrow().routes().stream().map(Route::text).toList();
  }

  @Test
  void textAndJsonTellTheSame() throws IOException {
    assertThat(host("json").host())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Origin.class)
        .ignoringFields("name", "unmodelled")
        .isEqualTo(host("text").host());
    assertThat(host("json").counts()).isEqualTo(host("text").counts());
  }

  @Test
  void routesOfEveryTypeArriveInTheirTables() throws IOException {
    Host host = host("text").host();
    assertThat(routes(host, "main"))
        .containsExactly(
            "default via 203.0.113.1 dev wan0 metric 100 proto static",
            "10.1.0.0/24 dev eth0",
            "10.2.0.0/16 via 10.1.0.254 dev eth0 src 10.1.0.2 metric 5 mtu 1300 advmss 1200",
            "10.2.0.0/16 via 10.1.0.253 dev eth0 metric 6",
            "10.3.0.0/16 tos 0x10 via 10.1.0.254 dev eth0",
            "10.4.0.0/16 nexthop via 10.1.0.254 dev eth0 weight 2"
                + " nexthop via 203.0.113.1 dev wan0 weight 1",
            "blackhole 10.5.0.0/16",
            "unreachable 10.6.0.0/16 metric 7",
            "prohibit 10.7.0.0/16",
            "10.9.0.0/24 dev br0",
            "203.0.113.0/30 dev wan0",
            "2001:db8:2::/48 via 2001:db8:1::2 dev eth0 metric 1024");
    assertThat(routes(host, "t100"))
        .containsExactly(
            "default via 9.9.9.9 dev wan0 onlink", "throw 10.8.0.0/16", "10.10.0.0/16 dev eth0");
    assertThat(routes(host, "t200"))
        .containsExactly("local 10.11.0.0/16 dev lo", "broadcast 10.12.0.0 dev eth0");
    assertThat(routes(host, "local"))
        .contains("local 192.168.7.1 dev lo", "broadcast 10.1.0.255 dev eth0")
        .noneMatch(r -> r.contains("multicast"));
  }

  @Test
  void policyRulesKeepTheirOrderAndTheirWords() throws IOException {
    assertThat(host("text").host().rules().stream().map(r -> r.preference() + ": " + r.text()))
        .containsExactly(
            "0: from all lookup local",
            "1000: not from 10.1.0.1 tos 0x10 oif wan0 lookup main suppress_prefixlength 0",
            "1001: from all uidrange 0-1000 ipproto tcp sport 1000-2000 dport 80 lookup t200",
            "1002: from all iif lo goto 32766",
            "1003: from all to 10.66.0.0/16 blackhole",
            "1004: from all to 10.67.0.0/16 unreachable",
            "1005: from all to 10.68.0.0/16 prohibit",
            "1006: from all fwmark 0x5 nop",
            "1007: from all iif gone0 lookup t100",
            "1008: from all lookup main suppress_ifgroup 7",
            "32765: from 10.1.0.0/24 to 10.2.0.0/16 fwmark 0x1/0xff iif eth0 lookup t100",
            "32766: from all lookup main",
            "32767: from all lookup default");
  }

  @Test
  void interfacesHaveTheirKindsAndAddresses() throws IOException {
    Host host = host("text").host();
    assertThat(host.interfaces().stream().map(i -> i.name() + " " + i.kind()))
        .containsExactly(
            "lo Loopback[]",
            "eth0 Physical[]",
            "eth1 Physical[]",
            "wan0 Physical[]",
            "v1 Veth[peer=v0]",
            "v0 Veth[peer=v1]",
            "br0 Bridge[ports=[eth1]]");
    assertThat(host.iface("eth0").orElseThrow().addresses().stream().map(a -> a.prefix() + ""))
        .containsExactly("10.1.0.1/24", "10.1.0.2/24", "2001:db8:1::1/64");
    assertThat(host.iface("wan0").orElseThrow().mtu()).isEqualTo(1400);
    assertThat(host.iface("eth0").orElseThrow().mtu()).as("the usual one").isZero();
    assertThat(host.iface("wan0").orElseThrow().mac()).hasToString("Optional[02:00:00:00:01:03]");
  }

  @Test
  void onlySettingsThatDecideAndDifferAreKept() throws IOException {
    assertThat(host("text").host().sysctls().settings().keySet())
        .contains(
            "net.ipv4.ip_forward",
            "net.ipv4.conf.eth0.rp_filter",
            "net.ipv4.conf.wan0.rp_filter",
            "net.ipv4.conf.br0.forwarding")
        .doesNotContain(
            "net.ipv4.conf.all.rp_filter",
            "net.ipv4.conf.eth0.forwarding",
            "net.ipv4.conf.eth0.send_redirects",
            "net.ipv4.tcp_rmem");
  }

  @Test
  void theRestOfTheHostIsReadToo() throws IOException {
    Host host = host("text").host();
    assertThat(host.kernel().version()).isEqualTo(new KernelVersion(6, 1, 0));
    assertThat(host.listeners().stream().map(l -> l.protocol() + " " + l.address() + l.ports()))
        .containsExactly(
            "udp Optional[127.0.0.53][53]", "tcp Optional.empty[22]", "tcp Optional.empty[80]");
    assertThat(
            host.neighbours().stream()
                .map(n -> n.address() + " " + n.mac().orElseThrow() + " " + n.dev()))
        .containsExactly("10.1.0.254 02:00:00:00:02:01 eth0");
    assertThat(host.packetTables()).hasSize(5);
  }

  @Test
  void everythingKnowsItsLine() throws IOException {
    Host host = host("json").host();
    String file = DUMPS.resolve("json").resolve("ip-route.json").toString();
    assertThat(host.table("main").orElseThrow().routes().get(0).origin())
        .isEqualTo(Origin.line(file, lineOf(file, "\"203.0.113.1\"") - 1));
    assertThat(host.rules().stream().map(PolicyRule::origin)).allMatch(Origin::known);
  }

  /** The line of a text; in pretty JSON a route's object begins one line before its destination. */
  private static int lineOf(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    int line = 0;
    while (!lines.get(line).contains(text)) {
      line++;
    }
    return line;
  }

  @Test
  void whatTheModelLacksIsListedWithItsLine() {
    ImportedHost host = of(Map.of(DumpKind.RULES, "100:\tfrom all realms 7 lookup main\n"));
    assertThat(host.host().unmodelled().stream().map(u -> u.origin() + " " + u.why()))
        .containsExactly("ip-rule:1 'realms 7' of a policy rule is not in the model");
    assertThat(host.complete()).isFalse();
  }

  @Test
  void aLinkThatIsUpWithoutCarrierIsTold() {
    String text =
        """
        2: e0@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state LOWERLAYERDOWN
        3: e1: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state DOWN
        4: e2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN
        """;
    String json =
        """
        [{"ifname":"e0","flags":["NO-CARRIER","BROADCAST","MULTICAST","UP"]},
         {"ifname":"e1","flags":["NO-CARRIER","BROADCAST","MULTICAST","UP","LOWER_UP"]},
         {"ifname":"e2","flags":["BROADCAST","MULTICAST"]}]
        """;
    for (String dump : List.of(text, json)) {
      Host host = of(Map.of(DumpKind.LINKS, dump)).host();
      assertThat(host.interfaces())
          .filteredOn(i -> !i.settings().is(LinkFlag.CARRIER))
          .extracting(Interface::name)
          .as("a link that is down says nothing of its wire, one whose state is late has carrier")
          .containsExactly("e0");
    }
  }

  @Test
  void whatLinksSayOfThemselvesIsKept() {
    String text =
        """
        3: br0: <BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state UP group default
            bridge forward_delay 1500 stp_state 1 priority 32768 vlan_filtering 0
        4: p0@p1: <BROADCAST,NOARP,UP> mtu 1500 master br0 state UP group 7
            alias to the roof
            veth
            bridge_slave state forwarding hairpin on guard off learning on flood on isolated on
        """;
    String json =
        """
        [{"ifname":"br0","flags":["UP"],"linkinfo":{"info_kind":"bridge","info_data":{"stp_state":1}}},
        {"ifname":"p0","flags":["NOARP","UP"],"master":"br0","group":"7","ifalias":"to the roof",
         "linkinfo":{"info_kind":"veth","info_slave_data":{"hairpin":true,"learning":true,"isolated":true}}}]
        """;
    for (String dump : List.of(text, json)) {
      Host host = of(Map.of(DumpKind.LINKS, dump)).host();
      assertThat(host.iface("br0").orElseThrow().settings().commands())
          .containsExactly("type bridge stp_state 1");
      assertThat(host.iface("p0").orElseThrow().settings().commands())
          .containsExactly(
              "group 7",
              "alias \"to the roof\"",
              "arp off",
              "type bridge_slave hairpin on",
              "type bridge_slave isolated on");
    }
  }

  @Test
  void whatAddressesSayOfThemselvesIsKept() {
    String text =
        """
        2: eth0: <UP> mtu 1500
            inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0
            inet 10.0.0.2/24 brd 10.0.0.99 scope link secondary noprefixroute eth0:1
            inet 10.9.0.1 peer 10.9.0.2/32 scope global eth0
            inet6 fe80::1/64 scope link
        """;
    String json =
        """
        [{"ifname":"eth0","flags":["UP"],"addr_info":[
          {"local":"10.0.0.1","prefixlen":24,"broadcast":"10.0.0.255","scope":"global","label":"eth0"},
          {"local":"10.0.0.2","prefixlen":24,"broadcast":"10.0.0.99","scope":"link",
           "secondary":true,"noprefixroute":true,"label":"eth0:1"},
          {"local":"10.9.0.1","address":"10.9.0.2","prefixlen":32,"scope":"global","label":"eth0"},
          {"local":"fe80::1","prefixlen":64,"scope":"link"}]}]
        """;
    for (String dump : List.of(text, json)) {
      Host host = of(Map.of(DumpKind.ADDRESSES, dump)).host();
      assertThat(host.iface("eth0").orElseThrow().addresses())
          .extracting(InterfaceAddress::text)
          .containsExactly(
              "10.0.0.1/24",
              "10.0.0.2/24 broadcast 10.0.0.99 scope link label eth0:1 noprefixroute",
              "10.9.0.1 peer 10.9.0.2");
    }
  }

  @Test
  void whatRoutesSayBesideIsKept() {
    String text =
        """
        10.0.0.0/8 via inet6 2001:db8::1 dev eth0 proto static mtu lock 1400 advmss 1360
        10.1.0.0/16 dev eth0 proto dhcp scope host metric 5
        2001:db8::/32 dev eth0 metric 7 pref high
        """;
    String json =
        """
        [{"dst":"10.0.0.0/8","via":{"family":"inet6","host":"2001:db8::1"},"dev":"eth0",
          "protocol":"static","metrics":[{"mtu lock":1400},{"advmss":1360}]},
         {"dst":"10.1.0.0/16","dev":"eth0","protocol":"dhcp","scope":"host","metric":5},
         {"dst":"2001:db8::/32","dev":"eth0","metric":7,"pref":"high"}]
        """;
    for (String dump : List.of(text, json)) {
      assertThat(routes(of(Map.of(DumpKind.ROUTES, dump)).host(), "main"))
          .containsExactly(
              "10.0.0.0/8 via inet6 2001:db8::1 dev eth0 proto static mtu lock 1400 advmss 1360",
              "10.1.0.0/16 dev eth0 metric 5 proto dhcp scope host",
              "2001:db8::/32 dev eth0 metric 7 pref high");
    }
  }

  @Test
  void missingDumpsAreAssumptions() {
    ImportedHost host =
        of(
            Map.of(
                DumpKind.ADDRESSES,
                "2: eth0: <BROADCAST,UP> mtu 1500\n    inet 10.0.0.1/24 scope global eth0\n"));
    assertThat(host.assumptions())
        .contains(
            "no iptables-save (iptables-save): there are no IPv4 packet rules",
            "no ip-rule (ip rule): the kernel's three policy rules, and no others");
    assertThat(host.host().rules()).isEqualTo(KernelEntries.rules());
    assertThat(routes(host.host(), "main")).containsExactly("10.0.0.0/24 dev eth0");
    assertThat(routes(host.host(), "local"))
        .contains("local 10.0.0.1 dev eth0", "broadcast 10.0.0.255 dev eth0");
    assertThat(host.host().iface("lo")).isPresent();
  }

  @Test
  void namedTablesNeedTheirNumbers() {
    Map<DumpKind, String> dumps = new EnumMap<>(DumpKind.class);
    dumps.put(DumpKind.RULES, "100:\tfrom all lookup telecom\n");
    assertThat(of(dumps).assumptions())
        .contains("table telecom has a number that rt_tables would tell");
    dumps.put(DumpKind.TABLE_NAMES, "# reserved\n255\tlocal\n101\ttelecom\n");
    ImportedHost named = of(dumps);
    assertThat(named.assumptions()).noneMatch(a -> a.contains("telecom"));
    assertThat(named.host().table("telecom").orElseThrow().id()).isEqualTo(101);
  }

  @Test
  void brokenInputIsListedAndNothingFails() {
    ImportedHost host =
        of(
            Map.of(
                DumpKind.ROUTES, "10.0.0.0/8 via nowhere dev eth0\n10.300.0.0/8 dev eth0\nvia\n",
                DumpKind.RULES, "[{\"priority\":1,\"src\":\"x\",\"table\":\"main\"},7,{}",
                DumpKind.ADDRESSES, "[{\"addr_info\":[]},{\"ifname\":\"a\",\"mtu\":\"big\"}]",
                DumpKind.LINKS, "1: \n2: @\n3: :\n",
                DumpKind.IPTABLES, "-A INPUT \"unclosed\n\u0000\nCOMMIT\nCOMMIT\n",
                DumpKind.SYSCTLS, "net.ipv4.ip_forward = maybe\nnonsense\n",
                DumpKind.KERNEL, "Hurd"));
    assertThat(host.host().unmodelled().stream().map(u -> u.origin().toString()))
        .contains(
            "ip-route:1",
            "ip-route:2",
            "ip-route:3",
            "ip-rule:1",
            "ip-addr:1",
            "iptables-save:1",
            "sysctl:1",
            "sysctl:2",
            "uname:1");
  }

  @Test
  void aDirectoryOfDirectoriesIsOneHostEach(@TempDir Path dir) throws IOException {
    for (String name : List.of("a", "b")) {
      Files.createDirectories(dir.resolve(name));
      Files.writeString(dir.resolve(name).resolve("ip_rule.txt"), "0:\tfrom all lookup local\n");
    }
    Files.write(dir.resolve("a").resolve("notes.doc"), "x".getBytes(StandardCharsets.UTF_8));
    ImportedNetwork network = DirectoryImport.read(dir);
    assertThat(network.network().hosts().stream().map(Host::name)).containsExactly("a", "b");
    assertThat(network.stray().stream().map(u -> u.what())).containsExactly("notes.doc");
    assertThat(network.complete()).isFalse();
    assertThat(network.hosts().get(0).host().interfaces().get(0).kind())
        .isEqualTo(new InterfaceKind.Loopback());
  }

  @Test
  void twoListsInOneFileOfJsonAreBothRead() {
    String v4 = "[{\"dst\":\"10.0.0.0/8\",\"dev\":\"eth0\",\"table\":\"7\"}]\n";
    String v6 = "[{\"dst\":\"2001:db8::/32\",\"dev\":\"eth0\",\"table\":\"7\"},\n{}]\n[{";
    ImportedHost host = of(Map.of(DumpKind.ROUTES, v4 + v6));
    assertThat(routes(host.host(), "t7"))
        .containsExactly("10.0.0.0/8 dev eth0", "2001:db8::/32 dev eth0");
    assertThat(host.host().table("t7").orElseThrow().routes().get(1).origin())
        .hasToString("ip-route:2");
    assertThat(host.host().unmodelled())
        .singleElement()
        .satisfies(u -> assertThat(u.why()).startsWith("this is not JSON: "));
  }

  @Test
  void whatSomebodyWroteIntoABridgesTableIsListed() {
    String address =
        "2: p0: <UP> mtu 1500\n    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n";
    String text =
        """
        33:33:00:00:00:01 dev p0 self permanent
        02:00:00:00:00:01 dev p0 master br0 permanent
        02:00:00:00:00:05 dev p0 master br0
        02:00:00:00:00:77 dev p0 master br0 static
        02:00:00:00:00:78 dev p0 master br0 permanent
        """;
    String json =
        """
        [{"mac":"02:00:00:00:00:05","ifname":"p0","flags":[],"master":"br0","state":""},
        {"mac":"02:00:00:00:00:77","ifname":"p0","flags":[],"master":"br0","state":"static"}]
        """;
    Map<String, List<Integer>> expected = Map.of(text, List.of(4, 5), json, List.of(2));
    expected.forEach(
        (dump, lines) ->
            assertThat(
                    of(Map.of(DumpKind.ADDRESSES, address, DumpKind.BRIDGE_TABLE, dump))
                        .host()
                        .unmodelled())
                .extracting(u -> u.origin().line())
                .containsExactlyElementsOf(lines));
  }
}
