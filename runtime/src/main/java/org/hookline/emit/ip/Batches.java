package org.hookline.emit.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.Neighbour;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.RouteTable;

/** Addresses, routes, policy rules and neighbours of a host. */
public final class Batches {
  private Batches() {}

  /** All of IPv4: what is not in the model is removed. */
  public static IpBatches ipv4(Host host) {
    List<String> devices = host.interfaces().stream().map(Interface::name).toList();
    List<Long> tables = host.tables().stream().map(RouteTable::id).sorted().toList();
    return of(host, Family.IPV4, devices, tables);
  }

  /**
   * What is written of IPv6, and nothing if nothing is. Only interfaces and tables that have some
   * of it are made complete.
   */
  public static Optional<IpBatches> ipv6(Host host) {
    List<String> devices =
        host.interfaces().stream()
            .filter(i -> !AddressLines.of(i, Family.IPV6).isEmpty())
            .map(Interface::name)
            .toList();
    List<Long> tables =
        host.tables().stream()
            .filter(t -> t.routes().stream().anyMatch(r -> r.destination().family() == Family.IPV6))
            .map(RouteTable::id)
            .sorted()
            .toList();
    IpBatches batches = of(host, Family.IPV6, devices, tables);
    boolean empty =
        devices.isEmpty()
            && tables.isEmpty()
            && batches.rules().isEmpty()
            && batches.neighbours().isEmpty();
    return empty ? Optional.empty() : Optional.of(batches);
  }

  private static IpBatches of(Host host, Family family, List<String> devices, List<Long> tables) {
    List<Line> addresses = new ArrayList<>();
    host.interfaces().forEach(i -> addresses.addAll(AddressLines.of(i, family)));
    return new IpBatches(
        family,
        devices,
        addresses,
        tables,
        RouteLines.of(host, family),
        RuleLines.of(host, family),
        neighbours(host, family));
  }

  private static List<Line> neighbours(Host host, Family family) {
    return host.neighbours().stream()
        .filter(n -> n.address().family() == family)
        .map(n -> new Line(text(n), n.origin()))
        .toList();
  }

  private static String text(Neighbour neighbour) {
    return "neighbour replace " + neighbour + (neighbour.mac().isPresent() ? " nud permanent" : "");
  }
}
