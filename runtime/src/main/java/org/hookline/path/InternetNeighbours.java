package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.Internet.Attachment;
import org.hookline.model.Port;
import org.hookline.model.Segment;
import org.hookline.packet.Fields;

/**
 * How the internet finds who on a segment has the next hop's address: its gateway there asks with
 * its own address, or knows a host that has asked for it. Where it has no gateway, nobody asks.
 */
record InternetNeighbours(
    StepGraph.Builder graph, Segment segment, List<Wires.Station> others, Optional<Address> own) {
  private static final String PREFIX = Numbering.INTERNET + "/neighbour/";

  static void build(StepGraph.Builder graph, Segment segment, Wires wires, Attachment attachment) {
    List<Wires.Station> others = wires.others(port(segment), segment);
    new InternetNeighbours(graph, segment, others, attachment.gateway()).entry();
  }

  private static Port port(Segment segment) {
    return new Port(Numbering.INTERNET, segment.name());
  }

  private Label at(String name) {
    return graph.label(PREFIX + segment.name() + name);
  }

  private void entry() {
    Fate failed = new Fate(Fate.Outcome.DROPPED, Numbering.INTERNET, "NEIGH_FAILED");
    Label lost = at("/lost");
    graph.branches(lost, Unheard.nobody(Unheard.on(segment.name()), new Next.End(failed)));
    List<Branch> known = new ArrayList<>();
    for (Wires.Station other : others) {
      Pred owned = OwnAddresses.in(Fields.NEXTHOP, other.host());
      known.add(other.arrive(owned, port(segment), List.of(ArpRequest.forget())));
    }
    known.add(HostWalk.pass(lost));
    Label entry = at("");
    if (own.isEmpty()) {
      graph.branches(entry, known);
      return;
    }
    ArpRequest request = new ArpRequest(graph, port(segment), others);
    Label asking = request.before(at("/ask").name(), cache(known, lost));
    graph.branches(
        entry,
        HostWalk.when(
            request.possible(Fields.NEXTHOP),
            asking,
            new Effect.Copy(Fields.ARP_DST, Fields.NEXTHOP),
            new Effect.Set(Fields.ARP_SRC, own.get().low())),
        HostWalk.pass(lost));
  }

  private Label cache(List<Branch> known, Label lost) {
    Label warm = at("/known");
    graph.branches(warm, known);
    Label label = at("/cache");
    Choice entry = new Choice(label.name() + "/entry", Choice.Kind.KERNEL, Choice.Span.PACKET, 1);
    graph.branches(label, HostWalk.when(new Pred.Chosen(entry, 0, 0), warm), HostWalk.pass(lost));
    return label;
  }
}
