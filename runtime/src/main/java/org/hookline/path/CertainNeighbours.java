package org.hookline.path;

import java.util.List;
import java.util.stream.Stream;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Pred;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Port;
import org.hookline.model.Sysctls;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;

/**
 * Neighbours that answer for an address whoever asks, so that nothing depends on the request and it
 * need not be played: no filter looks at who asks, and no source that the asking host may announce
 * is refused.
 *
 * <p>kernel: net/ipv4/arp.c arp_process(), net/ipv4/fib_frontend.c fib_validate_source()
 */
record CertainNeighbours(Host asking, Port from, List<Wires.Station> others) {
  /** Such a source is refused everywhere. */
  private static final Prefix LOOPBACK = Prefix.parse("127.0.0.0/8");

  List<Branch> branches() {
    return others.stream().anyMatch(o -> ArpAnswer.proxies(o.host(), o.iface()))
        ? List.of()
        : others.stream().filter(this::hears).map(this::answer).toList();
  }

  private Branch answer(Wires.Station station) {
    Host host = station.host();
    AddressSet own = single(host, RouteType.LOCAL).minus(AddressSet.ofPrefixes(List.of(LOOPBACK)));
    for (RouteType type : RouteType.values()) {
      own = type == RouteType.LOCAL ? own : own.minus(single(host, type));
    }
    for (Wires.Station other : others) {
      boolean same = other.equals(station);
      own = same ? own : own.minus(prefixes(routes(other.host()), RouteType.LOCAL));
    }
    AddressSet announceable =
        prefixes(asking.table("local").stream().flatMap(CertainNeighbours::in), RouteType.LOCAL);
    Pred announced = Addresses.in(Fields.SRC, announceable.intersect(refused(host)));
    Pred asked = Addresses.in(Fields.NEXTHOP, own);
    return station.arrive(Pred.and(asked, Pred.not(announced)), from, List.of());
  }

  /** Single addresses that table local has a route of this type for. */
  private static AddressSet single(Host host, RouteType type) {
    Stream<Route> local = host.table("local").stream().flatMap(CertainNeighbours::in);
    return prefixes(local.filter(r -> r.tos() == 0 && r.destination().length() == 32), type);
  }

  /** Whether the station hears requests of every own source of the asking host. */
  private boolean hears(Wires.Station station) {
    Host host = station.host();
    String iface = station.iface().name();
    Sysctls sysctls = host.sysctls();
    PolicyRule first = host.rules().get(0);
    PolicyRule usual = KernelEntries.rules().get(0);
    boolean localFirst =
        first.preference() == usual.preference() && first.text().equals(usual.text());
    AddressSet own =
        AddressSet.ofPrefixes(
            asking.interfaces().stream()
                .flatMap(i -> i.addresses().stream())
                .map(a -> Prefix.host(a.prefix().address()))
                .filter(p -> p.family() == Family.IPV4 && !LOOPBACK.contains(p))
                .toList());
    return localFirst
        && sysctls.maximum("rp_filter", iface) == 0
        && sysctls.maximum("arp_ignore", iface) == 0
        && !sysctls.either("arp_filter", iface)
        && own.intersect(refused(host)).isEmpty();
  }

  /** Sources that a host may take for its own or for no host's. */
  private static AddressSet refused(Host host) {
    return prefixes(routes(host), RouteType.LOCAL)
        .union(prefixes(routes(host), RouteType.BROADCAST))
        .union(AddressSet.ofPrefixes(List.of(LOOPBACK)));
  }

  private static Stream<Route> routes(Host host) {
    return host.tables().stream().flatMap(CertainNeighbours::in);
  }

  private static Stream<Route> in(RouteTable table) {
    return table.routes().stream();
  }

  private static AddressSet prefixes(Stream<Route> routes, RouteType type) {
    return AddressSet.ofPrefixes(
        routes
            .filter(r -> r.type() == type)
            .map(Route::destination)
            .filter(p -> p.family() == Family.IPV4)
            .toList());
  }
}
