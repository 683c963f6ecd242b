package org.hookline.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;

/**
 * The addresses that a socket of a host can be bound to: what table local takes for local, not the
 * addresses of interfaces.
 *
 * <p>kernel: net/ipv4/af_inet.c __inet_bind(), net/ipv4/fib_frontend.c inet_addr_type_table()
 */
final class Bindable {
  private Bindable() {}

  static AddressSet of(Host host) {
    List<TableOrder.Entry> entries = new ArrayList<>(TableOrder.of(host, "local"));
    Collections.reverse(entries);
    LiveHops alive = new LiveHops(host);
    AddressSet all = AddressSet.of();
    for (TableOrder.Entry entry : entries) {
      Route route = entry.route();
      boolean asked = route.tos() == 0 && route.destination().family() == Family.IPV4;
      if (asked && alive.usable(route)) {
        AddressSet covered = AddressSet.of(route.destination().range());
        all = route.type() == RouteType.LOCAL ? all.union(covered) : all.minus(covered);
      }
    }
    return all;
  }
}
