package org.hookline.model.iface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.addr.Prefix;
import org.hookline.source.Origin;

/**
 * A network interface of a host.
 *
 * @param addresses in the order they are added: the first of a subnet is primary, the others are
 *     secondary
 * @param mtu bytes; 0 for the kind's default
 */
public record Interface(
    String name,
    InterfaceKind kind,
    List<InterfaceAddress> addresses,
    Optional<Mac> mac,
    int mtu,
    boolean up,
    Origin origin) {

  /**
   * The primary addresses of a family, in order: an address is secondary when an earlier one has
   * the same subnet.
   *
   * <p>kernel: net/ipv4/devinet.c __inet_insert_ifa()
   */
  public List<Prefix> primaries(Family family) {
    List<Prefix> primaries = new ArrayList<>();
    for (InterfaceAddress address : addresses) {
      Prefix prefix = address.prefix();
      if (prefix.family() == family
          && primaries.stream().noneMatch(p -> p.network().equals(prefix.network()))) {
        primaries.add(prefix);
      }
    }
    return primaries;
  }
}
