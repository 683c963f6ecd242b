package org.hookline.model.route;

import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;

/**
 * Where a route leads.
 *
 * @param gateway empty when the destination is on the link
 * @param weight 1 … 256, of a multipath route
 * @param onlink the gateway is reached although no subnet of the interface has it
 */
public record NextHop(Optional<Address> gateway, String dev, int weight, boolean onlink) {

  public static NextHop link(String dev) {
    return new NextHop(Optional.empty(), dev, 1, false);
  }

  public static NextHop via(Address gateway, String dev) {
    return new NextHop(Optional.of(gateway), dev, 1, false);
  }

  /**
   * iproute2's words with a leading blank: {@code via 202.38.95.126 dev vlan95}. A gateway of
   * another family than the route's destination says so (RFC 5549).
   */
  public String text(Family family) {
    String inet = gateway.filter(g -> g.family() != family).isPresent() ? "inet6 " : "";
    return gateway.map(g -> " via " + inet + g).orElse("")
        + (dev.isEmpty() ? "" : " dev " + dev)
        + (onlink ? " onlink" : "");
  }

  /** {@link #text} for a route of the gateway's own family. */
  @Override
  public String toString() {
    return text(gateway.map(Address::family).orElse(Family.IPV4));
  }
}
