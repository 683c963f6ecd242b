package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.Carrier;
import org.hookline.model.Host;
import org.hookline.model.Internet;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.model.iface.Interface;
import org.hookline.packet.Fields;

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
    branches.add(Broadcasts.comesBack(walk));
    for (Interface iface : walk.interfaces()) {
      if (iface.kind() instanceof org.hookline.model.iface.InterfaceKind.Loopback) {
        continue;
      }
      Label neighbour = neighbour(walk, iface);
      branches.add(HostWalk.when(Pred.is(Fields.DST_DEV, walk.numberOf(iface.name())), neighbour));
    }
    branches.add(new Branch(Pred.TRUE, List.of(), walk.dropped("no device"), Optional.empty()));
    graph.branches(label, branches);
    return label;
  }

  /** Whom a packet reaches that leaves by an interface. */
  private Label neighbour(HostWalk walk, Interface iface) {
    Port from = new Port(walk.model().name(), iface.name());
    Label label = walk.at("neighbour/" + iface.name());
    if (!new Carrier(walk.model()).at(iface)) {
      return new NoCarrier(walk, iface).before(label);
    }
    Optional<Segment> segment = network.segmentOf(from);
    if (segment.isEmpty()) {
      int outside = numbers.port(new Port(Numbering.outside(from), from.iface()));
      Label ingress = graph.label(Numbering.outside(from) + "/ingress");
      graph.branches(label, arrive(Pred.TRUE, from, outside, ingress, List.of()));
      return label;
    }
    ArpAnswer.build(walk, iface);
    Fate failed = new Fate(Fate.Outcome.DROPPED, from.host(), "NEIGH_FAILED");
    Next unresolved = Answers.icmpError(walk, new Answers.Icmp(3, 1), failed);
    Label lost = walk.at("neighbour/" + iface.name() + "/lost");
    Unheard unheard = new Unheard(walk, iface);
    graph.branches(lost, unheard.branches(Unheard.on(segment.get().name()), unresolved));
    List<Station> others = others(from, segment.get());
    ArpRequest request = new ArpRequest(graph, from, others);
    List<Branch> branches = new ArrayList<>(new PermanentNeighbours(from, others).branches(walk));
    branches.addAll(new Broadcasts(walk, from, others).branches());
    branches.addAll(unheard.purged());
    branches.addAll(internetOn(segment.get(), from));
    branches.addAll(new CertainNeighbours(walk.model(), from, others).branches());
    Pred possible = request.possible(Fields.NEXTHOP);
    if (!possible.equals(Pred.FALSE)) {
      branches.add(HostWalk.when(possible, Neighbours.build(walk, iface, request, others, lost)));
    }
    branches.add(HostWalk.pass(lost));
    graph.branches(label, branches);
    return label;
  }

  /** Another interface on a wire. */
  record Station(Wires wires, Host host, Interface iface) {

    /** The packet comes in there, sent from a port. */
    Branch arrive(Pred when, Port from, List<Effect> first, Effect... last) {
      int number = wires.numbers.port(new Port(host.name(), iface.name()));
      Label ingress = wires.graph.label(host.name() + "/ingress");
      return wires.arrive(when, from, number, ingress, first, last);
    }
  }

  /** The interfaces on a segment that take what is sent, without the port itself. */
  List<Station> others(Port from, Segment segment) {
    List<Station> others = new ArrayList<>();
    for (Port port : segment.ports()) {
      if (!port.equals(from)) {
        network
            .host(port.host())
            .ifPresent(
                host ->
                    host.iface(port.iface())
                        .filter(new Carrier(host)::passes)
                        .ifPresent(iface -> others.add(new Station(this, host, iface))));
      }
    }
    return others;
  }

  private List<Branch> internetOn(Segment segment, Port from) {
    List<Branch> branches = new ArrayList<>();
    for (Internet.Attachment attachment :
        network.internet().map(Internet::attachments).orElse(List.of())) {
      if (attachment.segment().equals(segment.name())) {
        Optional<Address> gateway = attachment.gateway();
        Pred owns = gateway.map(g -> Pred.is(Fields.NEXTHOP, g.low())).orElse(Pred.FALSE);
        int port = numbers.port(new Port(Numbering.INTERNET, segment.name()));
        Label ingress = graph.label(Numbering.INTERNET + "/ingress");
        branches.add(arrive(owns, from, port, ingress, List.of()));
      }
    }
    return branches;
  }

  private Branch arrive(
      Pred when, Port from, int port, Label ingress, List<Effect> first, Effect... last) {
    List<Effect> effects = new ArrayList<>(first);
    effects.addAll(HostWalk.arriving(port));
    network
        .host(from.host())
        .flatMap(h -> h.iface(from.iface()))
        .flatMap(Interface::mac)
        .ifPresent(m -> effects.add(new Effect.Set(Fields.FRAME_SRC, m.bits())));
    effects.addAll(List.of(last));
    return new Branch(when, effects, new Next.Cross(ingress), Optional.empty());
  }
}
