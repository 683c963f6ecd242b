package org.hookline.dsl.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.property.Check;
import org.hookline.model.property.Demand;
import org.hookline.model.property.Property;
import org.hookline.model.rule.RuleTable;
import org.hookline.model.rule.match.Daddr;
import org.hookline.source.Origin;

/**
 * Who is answered by whom, whether or not the author asked: from every host and the internet, to
 * every address that a host has or publishes, everything that listens somewhere, and ping. Two
 * networks are compared by it.
 */
public final class Survey {
  private static final AddressSet LOOPBACK =
      AddressSet.ofPrefixes(List.of(Prefix.parse("127.0.0.0/8")));

  private Survey() {}

  /** The network with one check for each source, named after it, instead of its own checks. */
  public static Network of(Network network) {
    AddressSet destinations = destinations(network);
    List<Service> services = services(network);
    List<Check> checks = new ArrayList<>();
    for (Host host : network.hosts()) {
      AddressSet own = addresses(host);
      if (!own.isEmpty()) {
        FlowSource source = new FlowSource.FromHost(host.name(), Optional.of(own));
        checks.add(check(host.name(), new FlowSet(source, destinations, services, Origin.NONE)));
      }
    }
    network
        .internet()
        .ifPresent(
            internet -> {
              FlowSource source = new FlowSource.FromInternet(Optional.empty());
              checks.add(
                  check("internet", new FlowSet(source, destinations, services, Origin.NONE)));
            });
    return new Network(
        network.hosts(), network.segments(), network.internet(), checks, network.simulations());
  }

  private static Check check(String source, FlowSet flows) {
    Demand demand = new Demand(new Property.Replied(), Origin.NONE);
    return new Check(source, List.of(flows), List.of(demand), false, List.of(), Origin.NONE);
  }

  private static AddressSet destinations(Network network) {
    Stream<AddressSet> own = network.hosts().stream().map(Survey::addresses);
    Stream<AddressSet> published =
        network.hosts().stream()
            .flatMap(host -> host.ruleTables().stream())
            .flatMap(RuleTable::rules)
            .filter(rule -> rule.target().needsConntrack())
            .flatMap(rule -> rule.matches().stream())
            .filter(Daddr.class::isInstance)
            .map(Daddr.class::cast)
            .filter(match -> !match.negated())
            .map(Daddr::addresses);
    return Stream.concat(own, published).reduce(AddressSet.EMPTY, AddressSet::union);
  }

  /** The IPv4 addresses of a host that mean something elsewhere. */
  private static AddressSet addresses(Host host) {
    List<Address> all =
        host.interfaces().stream()
            .flatMap(iface -> iface.addresses().stream())
            .map(address -> address.prefix().address())
            .filter(address -> address.family() == Family.IPV4)
            .toList();
    return all.stream()
        .map(AddressSet::of)
        .reduce(AddressSet.EMPTY, AddressSet::union)
        .minus(LOOPBACK);
  }

  private static List<Service> services(Network network) {
    Stream<Service> listeners =
        network.hosts().stream()
            .flatMap(host -> host.listeners().stream())
            .map(l -> new Service(l.protocol(), l.ports(), List.of(PortRange.ANY)));
    Service ping = new Service(Protocol.ICMP, List.of(PortRange.ANY), List.of(PortRange.ANY));
    return Stream.concat(listeners, Stream.of(ping)).distinct().toList();
  }
}
