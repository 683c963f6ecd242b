package org.hookline.path;

import java.util.List;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Carrier;
import org.hookline.model.Host;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;

/**
 * Which next hops of a route a lookup can find. One over an interface that is down is dead, and so
 * is one over a link without carrier where {@code ignore_routes_with_linkdown} says so. What leads
 * to the host itself lives as long as its interface exists.
 *
 * <p>kernel: net/ipv4/fib_semantics.c fib_check_nh(), fib_sync_down_dev(), fib_rebalance(),
 * net/ipv4/fib_trie.c fib_lookup_good_nhc()
 */
record LiveHops(Host host) {

  /** Whether the kernel has the route and can find it. */
  boolean usable(Route route) {
    boolean known = route.hops().stream().allMatch(hop -> host.iface(hop.dev()).isPresent());
    return known && (route.hops().isEmpty() || !of(route).isEmpty());
  }

  /** In the order of the route; a route of several keeps the others. */
  List<NextHop> of(Route route) {
    boolean here = route.scope().equals(AddressScope.HOST);
    return route.hops().stream()
        .filter(hop -> host.iface(hop.dev()).filter(i -> here || alive(i)).isPresent())
        .toList();
  }

  private boolean alive(Interface iface) {
    boolean ignores =
        host.kernel().has(Behaviours.IGNORES_LINKDOWN)
            && host.sysctls().either("ignore_routes_with_linkdown", iface.name());
    return iface.up() && (!ignores || new Carrier(host).at(iface));
  }
}
