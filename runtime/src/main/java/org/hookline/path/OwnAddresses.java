package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** What table local says is this host (kernel: inet_addr_type()). */
  static Pred local(Field field, Host host) {
    return Addresses.in(field, Bindable.of(host));
  }

  /** What some table says is this host. */
  static Pred anywhere(Field field, Host host) {
    return Addresses.in(field, AddressSet.ofPrefixes(local(host.tables().stream())));
  }

  private static AddressSet of(Host host) {
    List<Prefix> own = new ArrayList<>();
    host.interfaces()
        .forEach(i -> i.addresses().forEach(a -> own.add(Prefix.host(a.prefix().address()))));
    own.removeIf(p -> p.family() != Family.IPV4);
    return AddressSet.ofPrefixes(own).union(Bindable.of(host));
  }

  private static List<Prefix> local(Stream<RouteTable> tables) {
    return tables
        .flatMap(t -> t.routes().stream())
        .filter(r -> r.type() == RouteType.LOCAL && r.tos() == 0)
        .map(Route::destination)
        .filter(p -> p.family() == Family.IPV4)
        .toList();
  }
}
