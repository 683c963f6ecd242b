package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressRange;
import org.hookline.addr.AddressSet;
import org.hookline.addr.PortRange;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.dsl.word.MatchWords;
import org.hookline.model.flow.Service;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.rule.match.Daddr;
import org.hookline.model.rule.match.Match;
import org.hookline.model.rule.match.Ports;
import org.hookline.model.rule.match.ProtocolIs;
import org.hookline.model.rule.match.Saddr;
import org.hookline.model.rule.target.NatTo;

/**
 * A service behind its DNAT: how its packets look once they are translated.
 *
 * @param service as clients ask for it
 * @param to where it really is
 */
record Published(Service service, NatTo to) {

  /**
   * Packets to the server from its own subnets, which came here only because of the DNAT; empty
   * when no interface has a subnet with the server, so that no client is beside it.
   */
  Optional<List<Match>> hairpin(List<Interface> interfaces) {
    Optional<AddressRange> server = to.addresses();
    List<Prefix> subnets =
        interfaces.stream()
            .filter(i -> server.isPresent() && has(i, server.get()))
            .flatMap(i -> i.addresses().stream())
            .map(InterfaceAddress::subnet)
            .filter(subnet -> subnet.family() == server.get().first().family())
            .distinct()
            .toList();
    if (subnets.isEmpty()) {
      return Optional.empty();
    }
    List<Match> matches = new ArrayList<>();
    matches.add(new Saddr(false, AddressSet.ofPrefixes(subnets)));
    matches.addAll(towards());
    return Optional.of(matches);
  }

  private static boolean has(Interface iface, AddressRange server) {
    return iface.addresses().stream()
        .map(InterfaceAddress::subnet)
        .anyMatch(s -> s.contains(server.first()) && s.contains(server.last()));
  }

  /** Packets to the server that a DNAT sent there. */
  List<Match> towards() {
    List<Match> matches = new ArrayList<>();
    to.addresses().map(AddressSet::of).map(a -> new Daddr(false, a)).ifPresent(matches::add);
    matches.addAll(ports(service.protocol(), service.sports(), translated()));
    matches.add(MatchWords.CT_STATE.read("dnat"));
    return matches;
  }

  /** What the server answers to them. */
  List<Match> back() {
    List<Match> matches = new ArrayList<>();
    to.addresses().map(AddressSet::of).map(a -> new Saddr(false, a)).ifPresent(matches::add);
    matches.addAll(ports(service.protocol(), translated(), service.sports()));
    matches.add(MatchWords.CT_STATE.read("dnat"));
    return matches;
  }

  private List<PortRange> translated() {
    return to.ports().map(List::of).orElse(service.dports());
  }

  /** The matches of a protocol with ports; ports that may be any are not asked for. */
  static List<Match> ports(Protocol protocol, List<PortRange> sports, List<PortRange> dports) {
    List<Match> matches = new ArrayList<>();
    if (!sports.contains(PortRange.ANY)) {
      matches.add(new Ports(protocol, Ports.End.SPORT, false, sports));
    }
    if (!dports.contains(PortRange.ANY)) {
      matches.add(new Ports(protocol, Ports.End.DPORT, false, dports));
    }
    return matches.isEmpty() ? List.of(new ProtocolIs(false, protocol)) : matches;
  }
}
