package org.hookline.model.route;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.model.iface.AddressScope;
import org.hookline.source.Origin;

/**
 * One entry of a routing table.
 *
 * @param hops where it leads; empty for types that lead nowhere, several for multipath
 * @param source preferred source ({@code src}); empty lets the kernel choose
 * @param metric lower is taken first; 0 when not written
 * @param tos 0 for any
 * @param byKernel {@code proto kernel}: made for an interface address, not by a script
 * @param options what else it says
 */
public record Route(
    RouteType type,
    Prefix destination,
    List<NextHop> hops,
    Optional<Address> source,
    long metric,
    int tos,
    boolean byKernel,
    RouteOptions options,
    Origin origin) {

  /** A route that says no more. */
  public Route(
      RouteType type,
      Prefix destination,
      List<NextHop> hops,
      Optional<Address> source,
      long metric,
      int tos,
      boolean byKernel,
      Origin origin) {
    this(type, destination, hops, source, metric, tos, byKernel, RouteOptions.NONE, origin);
  }

  /**
   * How far the destination is: what is written, else what iproute2 takes.
   *
   * <p>iproute2: ip/iproute.c iproute_modify()
   */
  public AddressScope scope() {
    return options.scope().orElseGet(this::usualScope);
  }

  private AddressScope usualScope() {
    return switch (type) {
      case LOCAL -> AddressScope.HOST;
      case BROADCAST -> AddressScope.LINK;
      case UNICAST ->
          hops.size() == 1 && hops.get(0).gateway().isEmpty()
              ? AddressScope.LINK
              : AddressScope.GLOBAL;
      default -> AddressScope.GLOBAL;
    };
  }

  /** iproute2's words: {@code default via 202.38.95.126 dev vlan95 metric 100}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (type != RouteType.UNICAST) {
      text.append(type.word()).append(' ');
    }
    text.append(destination.length() == 0 ? "default" : destination.toString());
    if (tos != 0) {
      text.append(" tos 0x").append(Integer.toHexString(tos));
    }
    if (hops.size() == 1) {
      text.append(hops.get(0).text(destination.family()));
    }
    source.filter(s -> !byKernel).ifPresent(s -> text.append(" src ").append(s));
    if (metric != 0) {
      text.append(" metric ").append(metric);
    }
    text.append(options);
    if (hops.size() > 1) {
      for (NextHop hop : hops) {
        text.append(" nexthop").append(hop.text(destination.family()));
        text.append(" weight ").append(hop.weight());
      }
    }
    return text.toString();
  }
}
