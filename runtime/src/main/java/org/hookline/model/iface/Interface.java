package org.hookline.model.iface;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param settings what else is said of the link
 */
public record Interface(
    String name,
    InterfaceKind kind,
    List<InterfaceAddress> addresses,
    Optional<Mac> mac,
    int mtu,
    boolean up,
    LinkSettings settings,
    Origin origin) {

  /** A link that nothing special is said of. */
  public Interface(
      String name,
      InterfaceKind kind,
      List<InterfaceAddress> addresses,
      Optional<Mac> mac,
      int mtu,
      boolean up,
      Origin origin) {
    this(name, kind, addresses, mac, mtu, up, LinkSettings.NONE, origin);
  }

  /**
   * The primary addresses of a family in the kernel's order: narrower scopes first, else as they
   * are added. An address is secondary when an earlier one has the same subnet.
   *
   * <p>kernel: net/ipv4/devinet.c __inet_insert_ifa()
   */
  public List<InterfaceAddress> primaryAddresses(Family family) {
    List<InterfaceAddress> primaries = new ArrayList<>();
    for (InterfaceAddress address : addresses) {
      if (address.prefix().family() == family
          && primaries.stream().noneMatch(p -> p.subnet().equals(address.subnet()))) {
        primaries.add(address);
      }
    }
    primaries.sort(Comparator.comparing(address -> -address.scope().number()));
    return primaries;
  }

  /** The prefixes of {@link #primaryAddresses}. */
  public List<Prefix> primaries(Family family) {
    return primaryAddresses(family).stream().map(InterfaceAddress::prefix).toList();
  }
}
