package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Listener;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.property.Check;
import org.hookline.model.property.Property;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.CtStates;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Iif;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.ConnmarkRestore;
import org.hookline.model.rule.target.ConnmarkSet;
import org.hookline.model.rule.target.Dnat;
import org.hookline.model.rule.target.NatTo;
import org.hookline.packet.CtState;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;

/** What a text says, it means: records that the rest of the product works with. */
class LoweringTest {

  @Test
  void aHostIsCompleteWithWhatTheKernelAdds() {
    Host box = Hkl.box("interface eth0 { address 10.0.0.1/24 }");
    assertThat(box.interfaces()).extracting(Interface::name).containsExactly("lo", "eth0");
    assertThat(box.tables())
        .extracting(RouteTable::name)
        .containsExactly("local", "main", "default");
    assertThat(box.table("main").orElseThrow().routes())
        .extracting(Route::destination)
        .containsExactly(Prefix.parse("10.0.0.0/24"));
    assertThat(box.rules()).extracting(PolicyRule::preference).containsExactly(0L, 32766L, 32767L);
  }

  @Test
  void interfacesHaveKindsAddressesAndState() {
    Host box =
        Hkl.box(
            """
            interface eth0 { mtu 9000 down }
            interface vlan95 vlan 95 on eth0 { address 10.0.0.1/24, 10.0.0.2/24 }
            interface br0 bridge { ports eth0 }
            interface nv0 veth peer nv1
            interface nv1 veth peer nv0
            interface wg0 wireguard
            """);
    Interface eth0 = box.iface("eth0").orElseThrow();
    assertThat(eth0.mtu()).isEqualTo(9000);
    assertThat(eth0.up()).isFalse();
    Interface vlan = box.iface("vlan95").orElseThrow();
    assertThat(vlan.kind()).isEqualTo(new InterfaceKind.Vlan("eth0", 95));
    assertThat(vlan.addresses())
        .extracting(a -> a.prefix().toString())
        .containsExactly("10.0.0.1/24", "10.0.0.2/24");
    assertThat(box.iface("br0").orElseThrow().kind())
        .isEqualTo(new InterfaceKind.Bridge(List.of("eth0")));
    assertThat(box.iface("nv0").orElseThrow().kind()).isEqualTo(new InterfaceKind.Veth("nv1"));
    assertThat(box.iface("wg0").orElseThrow().kind())
        .isEqualTo(new InterfaceKind.Opaque("wireguard"));
  }

  @Test
  void rulesWithoutAPreferenceComeBeforeTheLowestAsIpRuleAddPutsThem() {
    Host box =
        Hkl.box(
            """
            table t 100 { }
            rules {
              32762: from 10.0.0.1 lookup t
              from 10.0.0.2 lookup t
              32761: from 10.0.0.3 lookup t
              from 10.0.0.4 lookup t
              32761: from 10.0.0.5 lookup t
            }
            """);
    assertThat(box.rules())
        .extracting(
            r -> r.preference() + " " + r.selector().from().map(Prefix::toString).orElse(""))
        .containsExactly(
            "0 ",
            "32760 10.0.0.4",
            "32761 10.0.0.2",
            "32761 10.0.0.3",
            "32761 10.0.0.5",
            "32762 10.0.0.1",
            "32766 ",
            "32767 ");
  }

  @Test
  void aPolicyRuleHasAllItsSelectors() {
    Host box =
        Hkl.box(
            """
            interface eth0
            rules {
              7: not from 10.0.0.0/8 to 10.1.0.0/16 iif eth0 oif lo fwmark 0x1/0xff tos 0x10
                 ipproto tcp sport 1024-65535 dport 80 uidrange 1000-1999
                 lookup main suppress_prefixlength 0
            }
            """);
    assertThat(box.rules().get(1))
        .isEqualTo(
            new PolicyRule(
                7,
                new Selector(
                    true,
                    Optional.of(Prefix.parse("10.0.0.0/8")),
                    Optional.of(Prefix.parse("10.1.0.0/16")),
                    Optional.of("eth0"),
                    Optional.of("lo"),
                    Optional.of(new MaskedMark(1, 0xff)),
                    0x10,
                    Optional.of(Protocol.TCP),
                    Optional.of(new PortRange(1024, 65535)),
                    Optional.of(PortRange.of(80)),
                    Optional.of(new Selector.UidRange(1000, 1999))),
                new RuleAction.Lookup("main", OptionalInt.of(0)),
                box.rules().get(1).origin()));
  }

  @Test
  void routesOfAllTypesAreEntriesOfTheirTable() {
    Host box =
        Hkl.box(
            """
            interface eth0 { address 10.0.0.1/24 }
            table t 100 {
              default via 10.0.0.254
              10.1.0.0/16 dev eth0 via 10.9.0.1 onlink src 10.0.0.1 metric 5 tos 0x10
              10.2.0.0/16 nexthop via 10.0.0.2 dev eth0 weight 3 nexthop via 10.0.0.3 dev eth0
              blackhole 10.3.0.0/16
              throw default metric 9
              local 10.4.0.1 dev lo
            }
            """);
    List<Route> routes = box.table("t").orElseThrow().routes();
    assertThat(routes)
        .extracting(Route::type)
        .containsExactly(
            RouteType.UNICAST,
            RouteType.UNICAST,
            RouteType.UNICAST,
            RouteType.BLACKHOLE,
            RouteType.THROW,
            RouteType.LOCAL);
    assertThat(routes.get(0).hops())
        .containsExactly(NextHop.via(Address.parse("10.0.0.254"), "eth0"));
    assertThat(routes.get(1))
        .isEqualTo(
            new Route(
                RouteType.UNICAST,
                Prefix.parse("10.1.0.0/16"),
                List.of(new NextHop(Optional.of(Address.parse("10.9.0.1")), "eth0", 1, true)),
                Optional.of(Address.parse("10.0.0.1")),
                5,
                0x10,
                false,
                new Origin("test.hkl", 5, 3, 71)));
    assertThat(routes.get(2).hops()).extracting(NextHop::weight).containsExactly(3, 1);
  }

  @Test
  void matchesAndTargetsBecomeTheirRecords() {
    Rule rule =
        rules(
                "mangle",
                "PREROUTING",
                "iif eth0 saddr != { 10.0.0.0/8, 192.0.2.1-192.0.2.9 } ct state new ct mark set 5/0xff")
            .get(0);
    AddressSet sources =
        AddressSet.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("192.0.2.1-192.0.2.9"));
    assertThat(rule.matches())
        .containsExactly(
            new Iif(false, "eth0"),
            new Saddr(true, sources),
            new CtStates(false, Set.of(CtState.NEW)));
    assertThat(rule.target()).isEqualTo(new ConnmarkSet(new MaskedMark(5, 0xff)));
    assertThat(rule.policy()).isEmpty();
    assertThat(rules("mangle", "PREROUTING", "mark set ct mark and 0xf0").get(0).target())
        .isEqualTo(new ConnmarkRestore(0xf0));
  }

  @Test
  void whatARulePrintsInNftsWordsIsReadBackTheSame() {
    String written =
        """
        iif eth0 oif != eth+ saddr 10.0.0.0/8 daddr != { 10.0.0.1, 10.0.0.3 } accept
        tcp dport { 22, 8000-8080 } tcp sport 1024-65535 drop
        udp sport != 53 drop
        meta l4proto icmp return
        meta l4proto != 41 return
        ct state established, related mark 0x1/0xff mark != 0x2 ct mark 0x3 ct mark != 0x4/0xf0 accept
        ct original ip daddr 10.0.0.0/8 comment "a \\"quoted\\" word" log prefix "x: "
        mark set 0x1/0xff ct mark set 0x2 mark set ct mark and 0xff ct mark set mark
        tcp reject with tcp-reset
        log
        """;
    List<Rule> rules = rules("filter", "FORWARD", written);
    String printed = String.join("\n", rules.stream().map(Rule::nft).toList());
    assertThat(rules("filter", "FORWARD", printed))
        .usingRecursiveComparison()
        .ignoringFields("origin")
        .isEqualTo(rules);
    assertThat(rules).hasSize(13);
  }

  @Test
  void natTargetsAreReadBackTheSame() {
    for (String chain : List.of("PREROUTING", "POSTROUTING")) {
      String written =
          chain.equals("PREROUTING")
              ? "tcp dport 80 dnat to 10.0.0.1-10.0.0.9:80-90 random udp dnat to 10.0.0.1"
                  + " tcp redirect to :3128 redirect"
              : "tcp dport 80 snat to 10.0.0.1:1024-65535 udp snat to :7"
                  + " tcp masquerade to :80-90 random masquerade";
      List<Rule> rules = rules("nat", chain, written);
      String printed = String.join("\n", rules.stream().map(Rule::nft).toList());
      assertThat(rules("nat", chain, printed))
          .usingRecursiveComparison()
          .ignoringFields("origin")
          .isEqualTo(rules);
      assertThat(rules).hasSize(4);
    }
  }

  @Test
  void publishIsOneDnatInPreroutingAndKeepsItsText() {
    Network network =
        Hkl.network(
            """
            service rsync = tcp 50000-50100
            host box { nat { publish 202.38.95.110   rsync   to 10.8.95.2 } }
            """);
    List<Rule> rules = chain(network.host("box").orElseThrow(), TableName.NAT, "PREROUTING");
    NatTo to = new NatTo(Optional.of(AddressRange.parse("10.8.95.2")), Optional.empty(), false);
    assertThat(rules)
        .containsExactly(
            new Rule(
                List.of(
                    new Daddr(false, AddressSet.of(Address.parse("202.38.95.110"))),
                    new Ports(
                        Protocol.TCP,
                        Ports.End.DPORT,
                        false,
                        List.of(new PortRange(50000, 50100)))),
                new Dnat(to),
                Optional.of("publish 202.38.95.110 rsync to 10.8.95.2"),
                new Origin("test.hkl", 2, 18, 44)));
  }

  @Test
  void policiesAndRawRulesApplyInTextOrder() {
    Host box =
        Hkl.box(
            """
            interface eth0
            nat {
              chain PREROUTING { tcp dport 1 dnat to 10.0.0.1 }
              publish 192.0.2.1 tcp 2 to 10.0.0.2
              chain PREROUTING { tcp dport 3 dnat to 10.0.0.3 }
              redirect iif eth0 tcp 4 to :44
              snat from 10.0.0.0/8 oif eth0 to 192.0.2.1
              masquerade oif eth0
            }
            """);
    assertThat(chain(box, TableName.NAT, "PREROUTING"))
        .extracting(rule -> rule.iptables().get(0).toString())
        .containsExactly(
            "-p tcp -m tcp --dport 1 -j DNAT --to-destination 10.0.0.1",
            "-d 192.0.2.1/32 -p tcp -m tcp --dport 2 -j DNAT --to-destination 10.0.0.2",
            "-p tcp -m tcp --dport 3 -j DNAT --to-destination 10.0.0.3",
            "-i eth0 -p tcp -m tcp --dport 4 -j REDIRECT --to-ports 44");
    assertThat(chain(box, TableName.NAT, "POSTROUTING"))
        .extracting(rule -> rule.iptables().get(0).toString())
        .containsExactly(
            "-s 10.0.0.0/8 -o eth0 -j SNAT --to-source 192.0.2.1", "-o eth0 -j MASQUERADE");
  }

  @Test
  void setsServicesAndMarksAreReplacedByWhatTheyAre() {
    Network network =
        Hkl.network(
            """
            set inner = { 10.0.0.1 }
            set outer = { inner, 10.0.0.2 }
            service dns = udp 53, tcp 53
            mark slow = 0x1/0xff
            host box {
              filter { chain INPUT { saddr outer udp dport { dns, 5353 } mark slow accept } }
              listen dns on 10.0.0.1
            }
            """);
    Host box = network.host("box").orElseThrow();
    assertThat(chain(box, TableName.FILTER, "INPUT").get(0).nft())
        .isEqualTo("saddr 10.0.0.1-10.0.0.2 udp dport { 53, 5353 } mark 0x1/0xff accept");
    assertThat(box.listeners())
        .extracting(Listener::protocol)
        .containsExactly(Protocol.UDP, Protocol.TCP);
  }

  @Test
  void aCheckHasFlowsPropertiesAndWhatTheAuthorExpects() {
    Network network =
        Hkl.network(
            """
            host a { interface eth0 { address 10.0.0.1/24 } }
            host b { interface eth0.7 { address 10.0.0.2/24 } }
            segment lan { a.eth0, b.eth0.7 }
            check "all kinds" {
              from a 10.0.0.1 to 10.0.0.2, 10.0.1.0/24 tcp 80 sport 1024-65535
              from any at b in eth0.7
              delivered to b
              leaves by b.eth0.7
              source in 10.0.0.0/24 at a.eth0
              no loop
              expect refuted
              assuming "one", "two"
            }
            """);
    Check check = network.checks().get(0);
    assertThat(check.flows().get(0).source())
        .isEqualTo(
            new FlowSource.FromHost("a", Optional.of(AddressSet.of(Address.parse("10.0.0.1")))));
    assertThat(check.flows().get(0).destinations()).hasToString("{10.0.0.2, 10.0.1.0/24}");
    assertThat(check.flows().get(0).services())
        .containsExactly(
            new Service(
                Protocol.TCP, List.of(PortRange.of(80)), List.of(new PortRange(1024, 65535))));
    assertThat(check.flows().get(1).source())
        .isEqualTo(new FlowSource.FromAny(new Port("b", "eth0.7")));
    assertThat(check.flows().get(1).services())
        .extracting(Service::protocol)
        .containsExactly(Protocol.TCP, Protocol.UDP, Protocol.ICMP);
    assertThat(check.demands())
        .extracting(d -> d.property().text())
        .containsExactly(
            "delivered to b", "leaves by b.eth0.7", "source in 10.0.0.0/24 at a.eth0", "no loop");
    assertThat(check.demands().get(1).property())
        .isEqualTo(new Property.LeavesBy(new Port("b", "eth0.7")));
    assertThat(check.expectRefuted()).isTrue();
    assertThat(check.assuming()).containsExactly("one", "two");
    assertThat(check.origin()).isEqualTo(new Origin("test.hkl", 4, 7, 11));
  }

  @Test
  void aSimulationIsATimetableOfActions() {
    Network network =
        Hkl.network(
            """
            mark slow = 7
            host a { interface eth0 { address 10.0.0.1/24 } }
            simulate "two" {
              connect tcp from a 10.0.0.1:1234 to 10.0.0.2:80 mark slow expect refused
              ping from a to 10.0.0.2
            }
            """);
    List<Action> actions = network.simulations().get(0).actions();
    assertThat(actions.get(0))
        .isEqualTo(
            new Action(
                Protocol.TCP,
                "a",
                Optional.of(Address.parse("10.0.0.1")),
                1234,
                Address.parse("10.0.0.2"),
                80,
                7,
                Optional.of(Action.Expectation.REFUSED),
                new Origin("test.hkl", 4, 3, 72)));
    assertThat(actions.get(1).protocol()).isEqualTo(Protocol.ICMP);
    assertThat(actions.get(1).expected()).isEmpty();
  }

  @Test
  void theInternetIsAttachedWhereItIsWritten() {
    Internet internet =
        Hkl.network(
                """
                host a { interface eth0 { address 10.0.0.1/24 } }
                segment lan { a.eth0 }
                internet {
                  on lan gateway 10.0.0.254 { announces 192.0.2.0/24 via 10.0.0.1, 10.0.0.0/24 urpf strict }
                }
                """)
            .internet()
            .orElseThrow();
    assertThat(internet.attachments())
        .containsExactly(
            new Internet.Attachment(
                "lan",
                Optional.of(Address.parse("10.0.0.254")),
                List.of(
                    new Internet.Announcement(
                        Prefix.parse("192.0.2.0/24"), Optional.of(Address.parse("10.0.0.1"))),
                    new Internet.Announcement(Prefix.parse("10.0.0.0/24"), Optional.empty())),
                Internet.Urpf.STRICT,
                new Origin("test.hkl", 4, 3, 90)));
  }

  @Test
  void rpFilterOfAnInterfaceIsItsSysctl() {
    Host box = Hkl.box("interface eth0.95 { rp_filter loose }");
    assertThat(box.sysctls().maximum("rp_filter", "eth0.95")).isEqualTo(2);
  }

  private static List<Rule> rules(String table, String chain, String rules) {
    Host box = Hkl.box("interface eth0\n" + table + " { chain " + chain + " {\n" + rules + "\n} }");
    return box.packetTables().get(0).chains().get(0).rules();
  }

  private static List<Rule> chain(Host host, TableName table, String chain) {
    return host.packetTable(table).orElseThrow().chain(chain).orElseThrow().rules();
  }
}
