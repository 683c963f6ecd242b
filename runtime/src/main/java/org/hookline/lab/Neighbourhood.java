package org.hookline.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.model.Host;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.path.Numbering;
import org.hookline.source.Origin;

/** The permanent neighbours of one end of a wire. */
record Neighbourhood(Topology topology, Network network, Cable cable) {

  /** Lines for {@code ip -batch}. */
  List<String> commands() {
    return entries().stream().map(entry -> "neigh replace " + entry + " nud permanent").toList();
  }

  /** The first owner of an address is the one that answers. */
  List<Neighbour> entries() {
    Set<Address> known = new HashSet<>(written());
    List<Neighbour> entries = new ArrayList<>();
    for (Cable other : cable.domain().map(topology::in).orElse(List.of())) {
      if (other.node().equals(cable.node())) {
        continue;
      }
      for (Address address : addresses(other)) {
        if (known.add(address)) {
          entries.add(new Neighbour(address, other.mac(), cable.device(), Origin.NONE));
        }
      }
    }
    return entries;
  }

  /** What the description itself makes permanent is left to the host's script. */
  private List<Address> written() {
    return network.host(cable.node().host()).map(Host::neighbours).orElse(List.of()).stream()
        .filter(n -> n.dev().equals(cable.device()) && n.mac().isPresent())
        .map(n -> n.address())
        .toList();
  }

  private List<Address> addresses(Cable other) {
    Optional<Host> host = network.host(other.node().host());
    if (host.isPresent()) {
      return host.get().interfaces().stream()
          .flatMap(i -> i.addresses().stream())
          .map(a -> a.prefix().address())
          .filter(a -> a.family() == Family.IPV4 && !a.isLoopback())
          .toList();
    }
    return other.node().host().equals(Numbering.INTERNET) ? gateways(other).toList() : List.of();
  }

  private Stream<Address> gateways(Cable other) {
    return network.internet().stream()
        .flatMap(i -> i.attachments().stream())
        .filter(a -> other.node().devices().get(a.segment()).equals(other.device()))
        .map(Attachment::gateway)
        .flatMap(Optional::stream);
  }
}
