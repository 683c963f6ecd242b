package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.Neighbour;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;

/**
 * Default routes of one table among which a host chooses for packets of its own: the first whose
 * gateway is not known to be dead. Dead is a gateway whose entry has failed or is being asked for;
 * one whose entry is not fresh, a permanent one too, counts as dead right after it was taken, so
 * that the host takes turns.
 *
 * <p>kernel: net/ipv4/fib_semantics.c fib_select_default(), fib_detect_death()
 */
record EqualDefaults(Host host) {

  /**
   * Which routes are possible instead of the one that a lookup has found, which is the first; of
   * one or none nothing is chosen.
   *
   * @param table its entries in the order in which they are tried
   * @param found a default route
   */
  List<Route> of(List<TableOrder.Entry> table, TableOrder.Entry found) {
    List<Route> candidates = candidates(table, found);
    List<Route> possible = new ArrayList<>();
    int certain = 0;
    for (Route candidate : candidates) {
      if (certain < 2) {
        possible.add(candidate);
      }
      certain += alive(candidate.hops().get(0)) ? 1 : 0;
    }
    return possible;
  }

  private List<Route> candidates(List<TableOrder.Entry> table, TableOrder.Entry found) {
    List<Route> candidates = new ArrayList<>();
    long metric = found.route().metric();
    int tos = 0;
    for (TableOrder.Entry entry : table) {
      Route route = entry.route();
      boolean considered =
          entry.table().equals(found.table())
              && route.destination().equals(found.route().destination())
              && (route.tos() == 0 || route.tos() == found.route().tos())
              && lives(route);
      if (considered && route.metric() > metric && route.tos() == tos) {
        if (tos == 0) {
          break;
        }
        considered = false;
      }
      if (considered) {
        tos = route.tos();
        metric = route.metric();
      }
      if (considered && suits(route, found.route())) {
        if (candidates.isEmpty() && route != found.route()) {
          break;
        }
        candidates.add(route);
      }
    }
    return candidates;
  }

  /** The flag RTNH_F_DEAD: a link without carrier does not make a route dead. */
  private boolean lives(Route route) {
    return route.hops().isEmpty()
        || route.hops().stream()
            .anyMatch(h -> host.iface(h.dev()).filter(Interface::up).isPresent());
  }

  /** Only unicast routes by a gateway on a link, as far away as the found one. */
  private boolean suits(Route route, Route found) {
    return route.type() == RouteType.UNICAST
        && route.scope().equals(found.scope())
        && route.hops().get(0).gateway().isPresent()
        && !host.endsAt(route.hops().get(0));
  }

  /** Dead only when it was taken last: a permanent entry, or a link that has no addresses. */
  private boolean alive(NextHop hop) {
    Optional<Address> gateway = hop.gateway().filter(g -> g.family() == Family.IPV4);
    return host.neighbours().stream()
        .filter(n -> n.dev().equals(hop.dev()) && n.mac().isPresent())
        .map(Neighbour::address)
        .anyMatch(a -> gateway.equals(Optional.of(a)));
  }
}
