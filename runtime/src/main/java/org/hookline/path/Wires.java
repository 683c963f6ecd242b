package org.hookline.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.Interface;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/** What is behind the interfaces: who on a segment has the next hop's address. */
final class Wires {
  private final Network network;
  private final Numbering numbers;
  private final StepGraph.Builder graph;

  Wires(Network network, Numbering numbers, StepGraph.Builder graph) {
    this.network = network;
    this.numbers = numbers;
    this.graph = graph;
  }

  /** Where packets of a host leave it, by the device of their route. */
  Label outOf(HostWalk walk) {
    Label label = walk.at("wire");
    List<Branch> branches = new ArrayList<>();
    int loopback = walk.numberOf("lo");
    branches.add(
        new Branch(
            Pred.is(Fields.DST_DEV, loopback),
            List.of(
                new Effect.Clear(List.of(Fields.OIF, Fields.DST_DEV, Fields.NEXTHOP)),
                new Effect.Set(Fields.IIF, loopback)),
            new Next.Cross(walk.at("ingress")),
            Optional.empty()));
    for (Interface iface : walk.interfaces()) {
      if (iface.kind() instanceof org.hookline.model.iface.InterfaceKind.Loopback) {
        continue;
      }
      Port port = new Port(walk.model().name(), iface.name());
      Fate lost = new Fate(Fate.Outcome.DROPPED, port.host(), "NEIGH_FAILED");
      Next unresolved = Answers.icmpError(walk, new Answers.Icmp(3, 1), lost);
      Label neighbours = walk.at("neighbour/" + iface.name());
      graph.branches(neighbours, neighbours(port, unresolved));
      branches.add(HostWalk.when(Pred.is(Fields.DST_DEV, walk.numberOf(iface.name())), neighbours));
    }
    branches.add(new Branch(Pred.TRUE, List.of(), walk.dropped("no device"), Optional.empty()));
    graph.branches(label, branches);
    return label;
  }

  /**
   * Who answers for the next hop on a port's segment. A host answers for each of its addresses on
   * each of its interfaces (kernel: net/ipv4/arp.c arp_process(), arp_ignore = 0).
   */
  List<Branch> neighbours(Port from, Next unresolved) {
    List<Branch> branches = new ArrayList<>();
    Optional<Segment> segment =
        from.host().equals(Numbering.INTERNET)
            ? network.segments().stream().filter(s -> s.name().equals(from.iface())).findFirst()
            : network.segmentOf(from);
    if (segment.isEmpty()) {
      int outside = numbers.port(new Port(Numbering.outside(from), from.iface()));
      Label ingress = graph.label(Numbering.outside(from) + "/ingress");
      branches.add(arrive(Pred.TRUE, from, outside, ingress));
      return branches;
    }
    branches.addAll(permanent(from, segment.get()));
    for (Port port : segment.get().ports()) {
      if (!port.equals(from)) {
        network.host(port.host()).ifPresent(h -> branches.addAll(hostOn(h, from, port)));
      }
    }
    if (!from.host().equals(Numbering.INTERNET)) {
      branches.addAll(internetOn(segment.get(), from));
    }
    Why why =
        new Why(
            "neighbour",
            "nobody on " + segment.get().name() + " answers for the next hop",
            Origin.NONE);
    branches.add(new Branch(Pred.TRUE, List.of(), unresolved, Optional.of(why)));
    return branches;
  }

  private List<Branch> hostOn(Host host, Port from, Port port) {
    List<Pred> own =
        host.interfaces().stream()
            .flatMap(i -> i.addresses().stream())
            .map(a -> a.prefix().address())
            .filter(a -> a.family() == Family.IPV4 && !a.isLoopback())
            .map(a -> Pred.is(Fields.NEXTHOP, a.low()))
            .toList();
    boolean up = host.iface(port.iface()).map(Interface::up).orElse(false);
    return up ? List.of(arriveAt(Pred.or(own), from, port)) : List.of();
  }

  private List<Branch> internetOn(Segment segment, Port from) {
    List<Branch> branches = new ArrayList<>();
    for (Internet.Attachment attachment :
        network.internet().map(Internet::attachments).orElse(List.of())) {
      if (attachment.segment().equals(segment.name())) {
        Optional<Address> gateway = attachment.gateway();
        Pred owns = gateway.map(g -> Pred.is(Fields.NEXTHOP, g.low())).orElse(Pred.FALSE);
        int port = numbers.port(new Port(Numbering.INTERNET, segment.name()));
        branches.add(arrive(owns, from, port, graph.label(Numbering.INTERNET + "/ingress")));
      }
    }
    return branches;
  }

  private Branch arrive(Pred when, Port from, int port, Label ingress) {
    List<Effect> effects = new ArrayList<>(HostWalk.arriving(port));
    network
        .host(from.host())
        .flatMap(h -> h.iface(from.iface()))
        .flatMap(Interface::mac)
        .ifPresent(m -> effects.add(new Effect.Set(Fields.FRAME_SRC, m.bits())));
    return new Branch(when, effects, new Next.Cross(ingress), Optional.empty());
  }

  /** Who gets what is sent to the Ethernet address of a permanent entry. */
  private List<Branch> permanent(Port from, Segment segment) {
    Map<Mac, List<Prefix>> entries = new LinkedHashMap<>();
    for (Neighbour neighbour : network.host(from.host()).map(Host::neighbours).orElse(List.of())) {
      if (neighbour.dev().equals(from.iface()) && neighbour.address().family() == Family.IPV4) {
        neighbour
            .mac()
            .map(mac -> entries.computeIfAbsent(mac, m -> new ArrayList<>()))
            .ifPresent(same -> same.add(Prefix.host(neighbour.address())));
      }
    }
    List<Branch> branches = new ArrayList<>();
    entries.forEach(
        (mac, addresses) -> {
          Pred meant = Addresses.in(Fields.NEXTHOP, AddressSet.ofPrefixes(addresses));
          segment.ports().stream()
              .filter(p -> !p.equals(from) && has(p, mac))
              .forEach(p -> branches.add(arriveAt(meant, from, p)));
        });
    return branches;
  }

  private boolean has(Port port, Mac mac) {
    return network
        .host(port.host())
        .flatMap(h -> h.iface(port.iface()))
        .filter(i -> i.up() && i.mac().equals(Optional.of(mac)))
        .isPresent();
  }

  private Branch arriveAt(Pred when, Port from, Port to) {
    return arrive(when, from, numbers.port(to), graph.label(to.host() + "/ingress"));
  }
}
