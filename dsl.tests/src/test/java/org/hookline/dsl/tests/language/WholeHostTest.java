package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.kernel.KernelPatches;
import org.hookline.model.Carrier;
import org.hookline.model.Host;
import org.hookline.model.Listener;
import org.hookline.model.Unmodelled;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.PortVlan;
import org.hookline.model.iface.VlanIds;
import org.hookline.model.route.Route;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Suppression;
import org.junit.jupiter.api.Test;

/** What a real host says beside the common: it arrives in the model, or it is listed as missing. */
class WholeHostTest {

  @Test
  void patchesOfTheKernelAreKnownByNameAndListedWhereThePathDoesNotAskForThem() {
    Host box = Hkl.box("kernel 4.9 with bridged-dnat-finishes, reroute-chooses-source");
    assertThat(box.kernel().has(KernelPatches.BRIDGED_DNAT_FINISHES)).isTrue();
    assertThat(box.kernel().has(KernelPatches.BRIDGED_DNAT_STAYS)).isFalse();
    assertThat(box.kernel()).hasToString("4.9 with bridged-dnat-finishes, reroute-chooses-source");
    assertThat(missing(box))
        .as("the path asks for the other one")
        .containsExactly("test.hkl:2 kernel 4.9 with bridged-dnat-finishes");
  }

  @Test
  void anAddressHasWhatIprouteTakesBehindIt() {
    Host box =
        Hkl.box(
            """
            interface ppp0 { address 10.0.0.1 peer 10.0.0.2/32 scope link label ppp0:a }
            interface eth0 { address 10.1.0.1/24 broadcast 10.1.0.0 noprefixroute }
            """);
    assertThat(box.iface("ppp0").orElseThrow().addresses().get(0))
        .usingRecursiveComparison()
        .ignoringFields("origin")
        .isEqualTo(
            new InterfaceAddress(
                Prefix.parse("10.0.0.1"),
                Optional.of(Prefix.parse("10.0.0.2/32")),
                Optional.empty(),
                AddressScope.LINK,
                Optional.of("ppp0:a"),
                false,
                null));
    InterfaceAddress second = box.iface("eth0").orElseThrow().addresses().get(0);
    assertThat(second.broadcast()).contains(Address.parse("10.1.0.0"));
    assertThat(second.noPrefixRoute()).isTrue();
    assertThat(second.text()).isEqualTo("10.1.0.1/24 broadcast 10.1.0.0 noprefixroute");
  }

  /** As a kernel 6.18 lists its tables after these commands; see KernelEntriesKernelTest. */
  @Test
  void theKernelMakesItsEntriesOfPeersAndBroadcasts() {
    Host box =
        Hkl.box(
            """
            interface ppp0 { address 10.0.0.1 peer 10.0.0.2/32 }
            interface eth0 { address 10.1.0.1/24 broadcast 10.1.0.0 noprefixroute }
            """);
    assertThat(texts(box, "main")).containsExactly("10.0.0.2 dev ppp0");
    assertThat(texts(box, "local"))
        .containsExactly(
            "local 127.0.0.1 dev lo",
            "local 127.0.0.0/8 dev lo",
            "broadcast 127.255.255.255 dev lo",
            "local 10.0.0.1 dev ppp0",
            "local 10.1.0.1 dev eth0",
            "broadcast 10.1.0.0 dev eth0",
            "broadcast 10.1.0.255 dev eth0");
  }

  @Test
  void linksHaveSettings() {
    Host box =
        Hkl.box(
            """
            interface eth0 { group 7 alias "to the provider" multicast off }
            interface eth1
            interface br0 bridge { ports eth0 hairpin off vlan 10 pvid, eth1 learning on }
            interface vx0 vxlan on eth1 "id 7"
            """);
    Interface eth0 = box.iface("eth0").orElseThrow();
    assertThat(eth0.settings().group()).isEqualTo(7);
    assertThat(eth0.settings().alias()).contains("to the provider");
    assertThat(eth0.settings().is(LinkFlag.MULTICAST)).isFalse();
    assertThat(eth0.settings().is(LinkFlag.ARP)).isTrue();
    assertThat(eth0.settings().vlans().members())
        .contains(List.of(new PortVlan(VlanIds.of(10), true, false)));
    assertThat(eth0.settings().commands())
        .containsExactly(
            "group 7",
            "alias \"to the provider\"",
            "multicast off",
            "type bridge_slave hairpin off");
    assertThat(box.iface("vx0").orElseThrow().kind())
        .isEqualTo(new InterfaceKind.Opaque("vxlan", Optional.of("eth1"), Optional.of("id 7")));
    assertThat(missing(box)).containsExactly("test.hkl:4 eth0 vlan 10 pvid");
  }

  @Test
  void aLinkHasNoCarrierWhereItIsSaidOrWhatItLiesOnHasNone() {
    Host box =
        Hkl.box(
            """
            interface eth0 { carrier off }
            interface eth1 { carrier on }
            interface eth2 { down }
            interface eth0.5 vlan 5 on eth0
            interface v0 veth peer v1
            interface v1 veth peer v0 { down }
            interface br0 bridge { ports eth0, eth2, v0 }
            interface br1 bridge { ports eth1 }
            interface br2 bridge
            """);
    Carrier carrier = new Carrier(box);
    assertThat(box.interfaces())
        .filteredOn(i -> !carrier.at(i))
        .extracting(Interface::name)
        .containsExactly("eth0", "eth0.5", "v0", "br0");
    assertThat(box.interfaces())
        .filteredOn(i -> !carrier.passes(i))
        .extracting(Interface::name)
        .containsExactly("eth0", "eth2", "eth0.5", "v0", "v1", "br0");
    assertThat(box.iface("eth0").orElseThrow().settings().commands()).isEmpty();
    assertThat(missing(box)).isEmpty();
  }

  @Test
  void switchesThatDecideWherePacketsGoAreListedWithTheirLine() {
    Host box =
        Hkl.box(
            """
            interface eth0 { arp off promisc on proxy_arp on resolves 10.0.0.9 }
            interface eth1
            interface br0 bridge {
              ports eth0 hairpin on isolated on learning off flood off mcast_flood off guard on, eth1
              promisc on stp on vlan_filtering on multicast off
            }
            neighbour proxy 10.0.0.7 dev eth1
            sysctl net.ipv4.fib_multipath_use_neigh = 1
            """);
    assertThat(missing(box))
        .containsExactlyInAnyOrder(
            "test.hkl:2 eth0 arp off",
            "test.hkl:2 eth0 resolves 10.0.0.9",
            "test.hkl:5 eth0 hairpin on",
            "test.hkl:5 eth0 isolated on",
            "test.hkl:5 eth0 learning off",
            "test.hkl:5 eth0 flood off",
            "test.hkl:6 br0 promisc on",
            "test.hkl:6 br0 stp on",
            "test.hkl:6 br0 vlan_filtering on",
            "test.hkl:8 neighbour proxy 10.0.0.7 dev eth1",
            "test.hkl:9 net.ipv4.fib_multipath_use_neigh = 1");
    assertThat(box.sysctls().number("net.ipv4.conf.eth0.proxy_arp")).isEqualTo(1);
  }

  @Test
  void routesKeepWhatTheySayBeside() {
    Host box =
        Hkl.box(
            """
            interface eth0 { address 10.0.0.1/24 }
            table main {
              10.1.0.0/16 via 10.0.0.2 proto static scope global realm 3 mtu lock 1400 advmss 1360
              10.2.0.0/16 dev eth0 scope link pref low
            }
            """);
    List<Route> routes = box.table("main").orElseThrow().routes();
    assertThat(routes.get(1).text())
        .isEqualTo(
            "10.1.0.0/16 via 10.0.0.2 dev eth0 proto static scope global realm 3 mtu lock 1400"
                + " advmss 1360");
    assertThat(routes.get(1).scope()).isEqualTo(AddressScope.GLOBAL);
    assertThat(routes.get(2).scope()).isEqualTo(AddressScope.LINK);
  }

  @Test
  void rulesSuppressByGroupAndThoseOfTunnelsAndVrfsAreListed() {
    Host box =
        Hkl.box(
            """
            rules {
              100: lookup main suppress_ifgroup 7
              101: tun_id 5 lookup main
              102: l3mdev
            }
            """);
    assertThat(box.rules().get(1).action())
        .isEqualTo(
            new RuleAction.Lookup("main", new Suppression(OptionalInt.empty(), OptionalInt.of(7))));
    assertThat(box.rules()).hasSize(4);
    assertThat(missing(box))
        .containsExactly("test.hkl:4 101: tun_id 5 lookup main", "test.hkl:5 102: l3mdev");
  }

  @Test
  void aSimpleUdpServiceAnswersFromWhatTheKernelChooses() {
    Host box = Hkl.box("listen udp 53 replies from chosen listen udp 54 replies from asked");
    assertThat(box.listeners())
        .extracting(Listener::reply)
        .containsExactly(Listener.Reply.FROM_ANY, Listener.Reply.FROM_ASKED);
  }

  private static List<String> texts(Host host, String table) {
    return host.table(table).orElseThrow().routes().stream().map(Route::text).toList();
  }

  private static List<String> missing(Host host) {
    return host.unmodelled().stream().map(WholeHostTest::line).toList();
  }

  private static String line(Unmodelled element) {
    return element.origin() + " " + element.what();
  }
}
