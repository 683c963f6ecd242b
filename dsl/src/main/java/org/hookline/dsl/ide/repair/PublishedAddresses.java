package org.hookline.dsl.ide.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressRange;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.Chain;
import org.hookline.model.rule.Rule;
import org.hookline.model.rule.TableName;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.target.Dnat;

/**
 * The published addresses of a host with several uplinks. Their replies are routed before reverse
 * NAT gives them back the address that they were asked at, so a rule for that address never sees
 * them.
 */
public final class PublishedAddresses {
  private static final String PREROUTING = "PREROUTING";

  private PublishedAddresses() {}

  /** Those whose uplink has a routing table of its own, in the order of the rules. */
  public static List<Published> of(Host host) {
    List<Published> found = new ArrayList<>();
    for (Rule rule : rules(host)) {
      target(rule)
          .ifPresent(
              target ->
                  addresses(rule)
                      .forEach(address -> published(host, rule, address, target, found)));
    }
    return found;
  }

  private static List<Rule> rules(Host host) {
    return host.packetTable(TableName.NAT)
        .flatMap(table -> table.chain(PREROUTING))
        .map(Chain::rules)
        .orElse(List.of());
  }

  /** The one address that a rule translates to. */
  private static Optional<Address> target(Rule rule) {
    return rule.target() instanceof Dnat dnat
        ? dnat.to().addresses().filter(r -> r.first().equals(r.last())).map(AddressRange::first)
        : Optional.empty();
  }

  private static List<Address> addresses(Rule rule) {
    return rule.matches().stream()
        .filter(Daddr.class::isInstance)
        .map(Daddr.class::cast)
        .filter(match -> !match.negated())
        .flatMap(match -> match.addresses().only(Family.IPV4).ranges().stream())
        .filter(range -> range.first().equals(range.last()))
        .map(AddressRange::first)
        .toList();
  }

  private static void published(
      Host host, Rule rule, Address address, Address target, List<Published> found) {
    Optional<Interface> uplink = owner(host, address);
    uplink
        .flatMap(iface -> table(host, iface.name()))
        .ifPresent(
            table ->
                found.add(
                    new Published(
                        host,
                        address,
                        target,
                        uplink.get().name(),
                        table,
                        inside(host, target),
                        rule.origin())));
  }

  private static Optional<Interface> owner(Host host, Address address) {
    return host.interfaces().stream()
        .filter(
            iface -> iface.addresses().stream().anyMatch(a -> a.prefix().address().equals(address)))
        .findFirst();
  }

  /** The uplink's own table: not one of the kernel's, with all its default routes by the uplink. */
  private static Optional<RouteTable> table(Host host, String uplink) {
    return host.tables().stream()
        .filter(table -> table.id() < RouteTable.DEFAULT || table.id() > RouteTable.LOCAL)
        .filter(table -> table.routes().stream().anyMatch(r -> leadsOut(r, uplink)))
        .filter(
            table ->
                table.routes().stream()
                    .filter(r -> r.destination().length() == 0)
                    .allMatch(r -> leadsOut(r, uplink)))
        .findFirst();
  }

  private static boolean leadsOut(Route route, String uplink) {
    return route.type() == RouteType.UNICAST
        && route.destination().length() == 0
        && route.destination().family() == Family.IPV4
        && route.hops().stream().allMatch(hop -> hop.dev().equals(uplink));
  }

  /** Empty when the target is behind a further router. */
  private static String inside(Host host, Address target) {
    return host.interfaces().stream()
        .filter(
            iface ->
                iface.addresses().stream()
                    .anyMatch(
                        a -> a.prefix().contains(target) && !a.prefix().address().equals(target)))
        .map(Interface::name)
        .findFirst()
        .orElse("");
  }
}
