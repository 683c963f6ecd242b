package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;

/**
 * A gateway that no interface reaches directly: {@code ip route} says "Nexthop has invalid
 * gateway".
 *
 * <p>kernel: net/ipv4/fib_semantics.c fib_check_nh_v4_gw()
 */
final class OffLinkGateway implements NetworkRule {
  private static final String CODE = "off-link-gateway";
  private static final Prefix LINK_LOCAL = Prefix.parse("fe80::/10");

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Host host : network.hosts()) {
      for (RouteTable table : host.tables()) {
        for (Route route : table.routes()) {
          route.hops().forEach(hop -> check(host, route, hop, problems));
        }
      }
    }
  }

  private static void check(Host host, Route route, NextHop hop, Problems problems) {
    // kernel: net/ipv6/route.c ip6_route_check_nh(): a link-local gateway is on any link
    boolean everywhere = hop.gateway().filter(LINK_LOCAL::contains).isPresent();
    if (hop.gateway().isEmpty() || hop.onlink() || everywhere) {
      return;
    }
    Address gateway = hop.gateway().get();
    if (onLink(host, gateway, hop.dev())) {
      return;
    }
    String where = hop.dev().isEmpty() ? "by any interface" : "by " + hop.dev();
    problems.error(
        CODE,
        route.origin(),
        "the gateway " + gateway + " cannot be reached directly " + where,
        right(host, gateway, hop.dev()));
  }

  private static boolean onLink(Host host, Address gateway, String dev) {
    boolean subnet = host.iface(dev).filter(iface -> has(iface, gateway)).isPresent();
    return subnet
        || host.tables().stream()
            .flatMap(table -> table.routes().stream())
            .filter(route -> route.destination().length() > 0)
            .filter(route -> route.destination().contains(gateway))
            .flatMap(route -> route.hops().stream())
            .anyMatch(hop -> hop.gateway().isEmpty() && hop.dev().equals(dev));
  }

  private static boolean has(Interface iface, Address gateway) {
    return iface.up()
        && iface.addresses().stream()
            .map(InterfaceAddress::prefix)
            .anyMatch(
                prefix -> prefix.contains(gateway) && prefix.length() < prefix.family().bits());
  }

  private static String right(Host host, Address gateway, String dev) {
    return host.interfaces().stream()
        .filter(iface -> !iface.name().equals(dev) && has(iface, gateway))
        .findFirst()
        .map(iface -> "did you mean 'dev " + iface.name() + "'? its subnet has this address")
        .orElse("an address in a subnet of the interface, or onlink");
  }
}
