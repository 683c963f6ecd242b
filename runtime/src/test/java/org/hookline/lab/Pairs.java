package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Listener;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.IptablesTool;
import org.hookline.model.rule.PacketTable;
import org.hookline.model.rule.TableName;
import org.hookline.source.Origin;

/** The smallest network: {@code a} and {@code b} on one wire. */
final class Pairs {
  static final Map<String, String> SCRIPTS =
      Map.of(
          "a",
          "set -eu\nip addr add 10.0.0.1/24 dev eth0\nip link set eth0 up\n",
          "b",
          """
          set -eu
          ip addr add 10.0.0.2/24 dev eth0
          ip addr add 10.0.0.3/24 dev eth0
          ip link set eth0 up
          iptables-restore <<'RULES'
          *filter
          -A INPUT -p udp --dport 9 -j DROP
          COMMIT
          RULES
          """);

  private Pairs() {}

  static SortedMap<String, Long> hit(String rule) {
    return new TreeMap<>(Map.of(rule, 1L));
  }

  static Network network() {
    Segment wire =
        new Segment("wire", List.of(new Port("a", "eth0"), new Port("b", "eth0")), Origin.NONE);
    return new Network(
        List.of(
            host("a", List.of(), List.of(), "10.0.0.1/24"),
            host(
                "b",
                List.of(listener(Protocol.TCP, 80), listener(Protocol.UDP, 53)),
                List.of(new PacketTable(TableName.FILTER, List.of(), Origin.NONE)),
                "10.0.0.2/24",
                "10.0.0.3/24")),
        List.of(wire),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** {@code b} alone, with nothing said about what is behind its card, and a gateway there. */
  static Network alone() {
    Host b = network().hosts().get(1);
    RouteTable main = b.table("main").orElseThrow();
    List<Route> routes = new ArrayList<>(main.routes());
    routes.add(
        new Route(
            RouteType.UNICAST,
            Prefix.parse("0.0.0.0/0"),
            List.of(NextHop.via(Address.parse("10.0.0.254"), "eth0")),
            Optional.empty(),
            0,
            0,
            false,
            Origin.NONE));
    List<RouteTable> tables = new ArrayList<>(b.tables());
    tables.set(tables.indexOf(main), new RouteTable("main", main.id(), routes, Origin.NONE));
    Host host =
        new Host(
            "b",
            b.kernel(),
            b.sysctls(),
            b.interfaces(),
            tables,
            b.rules(),
            b.iptables(),
            List.of(),
            List.of(),
            b.listeners(),
            List.of(),
            List.of(),
            Origin.NONE);
    return new Network(List.of(host), List.of(), Optional.empty(), List.of(), List.of());
  }

  private static Listener listener(Protocol protocol, int port) {
    return new Listener(protocol, Optional.empty(), List.of(PortRange.of(port)), Origin.NONE);
  }

  private static Host host(
      String name, List<Listener> listeners, List<PacketTable> tables, String... addresses) {
    Interface card =
        new Interface(
            "eth0",
            new InterfaceKind.Physical(),
            List.of(addresses).stream()
                .map(a -> new InterfaceAddress(Prefix.parse(a), Origin.NONE))
                .toList(),
            Optional.empty(),
            0,
            true,
            Origin.NONE);
    List<Interface> interfaces = List.of(KernelEntries.loopback(), card);
    return new Host(
        name,
        KernelProfile.DEFAULT,
        Sysctls.NONE,
        interfaces,
        KernelEntries.tables(interfaces, KernelProfile.DEFAULT),
        KernelEntries.rules(),
        IptablesTool.NFT,
        tables,
        List.of(),
        listeners,
        List.of(),
        List.of(),
        Origin.NONE);
  }
}
