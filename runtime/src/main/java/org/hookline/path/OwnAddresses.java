package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Pred;
import org.hookline.model.Host;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Field;

/**
 * Addresses that a host may send from: those of its interfaces, and what table local says.
 *
 * <p>kernel: net/ipv4/devinet.c __ip_dev_find()
 */
final class OwnAddresses {
  private OwnAddresses() {}

  static Pred in(Field field, Host host) {
    return Addresses.in(field, of(host));
  }

  private static AddressSet of(Host host) {
    List<Prefix> own = new ArrayList<>();
    host.interfaces()
        .forEach(i -> i.addresses().forEach(a -> own.add(Prefix.host(a.prefix().address()))));
    List<Route> local = host.table("local").map(RouteTable::routes).orElse(List.of());
    for (Route route : local) {
      if (route.type() == RouteType.LOCAL && route.tos() == 0) {
        own.add(route.destination());
      }
    }
    own.removeIf(p -> p.family() != Family.IPV4);
    return AddressSet.ofPrefixes(own);
  }
}
