package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.model.Port;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.SourceChoice;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * How a host finds the Ethernet address of a next hop: it asks now, and where nobody answers an
 * entry may be left of something earlier. There can be such an entry only if an earlier request, or
 * one of the neighbour itself, had an answer; whether there is one is the kernel's choice.
 *
 * <p>kernel: net/core/neighbour.c __neigh_event_send(), net/ipv4/arp.c arp_solicit()
 */
final class Neighbours {
  private final HostWalk walk;
  private final Interface iface;
  private final ArpRequest request;
  private final List<Wires.Station> others;
  private final Label lost;
  private final int announce;

  private Neighbours(
      HostWalk walk, Interface iface, ArpRequest request, List<Wires.Station> others, Label lost) {
    this.walk = walk;
    this.iface = iface;
    this.request = request;
    this.others = others;
    this.lost = lost;
    this.announce = walk.model().sysctls().maximum("arp_announce", iface.name());
  }

  /**
   * Where packets wait for the address of {@link Fields#NEXTHOP}.
   *
   * @param lost where they go when there is none
   */
  static Label build(
      HostWalk walk, Interface iface, ArpRequest request, List<Wires.Station> others, Label lost) {
    Neighbours neighbours = new Neighbours(walk, iface, request, others, lost);
    return neighbours.first();
  }

  private Label at(String name) {
    return walk.at("neighbour/" + iface.name() + "/" + name);
  }

  private String prefix(String name) {
    return at(name).name();
  }

  /** kernel: net/ipv4/arp.c arp_solicit() */
  private Label first() {
    Label ask = request.before(prefix("ask"), cache());
    Label source = at("source");
    List<Branch> branches = new ArrayList<>();
    announced()
        .ifPresent(
            own -> branches.add(asking(own, new Effect.Copy(Fields.ARP_SRC, Fields.SRC), ask)));
    branches.addAll(suitable(ask));
    walk.graph().branches(source, branches);
    return source;
  }

  private static Branch asking(Pred when, Effect source, Label ask) {
    return HostWalk.when(when, ask, new Effect.Copy(Fields.ARP_DST, Fields.NEXTHOP), source);
  }

  /** Where the packet's own source is announced. */
  private Optional<Pred> announced() {
    Pred own = OwnAddresses.local(Fields.SRC, walk.model());
    return switch (announce) {
      case 1 -> Optional.of(Pred.and(own, onLink(Fields.SRC)));
      case 2 -> Optional.empty();
      default -> Optional.of(own);
    };
  }

  /** kernel: net/ipv4/devinet.c inet_addr_onlink() */
  private Pred onLink(Field source) {
    return Pred.or(
        ipv4().stream()
            .map(InterfaceAddress::subnet)
            .map(subnet -> Pred.and(in(Fields.NEXTHOP, subnet), in(source, subnet)))
            .toList());
  }

  private List<InterfaceAddress> ipv4() {
    return iface.addresses().stream().filter(a -> a.prefix().family() == Family.IPV4).toList();
  }

  private static Pred in(Field field, Prefix subnet) {
    return Pred.prefix(field, subnet.first().low(), subnet.length());
  }

  /** kernel: net/ipv4/devinet.c inet_select_addr() */
  private List<Branch> suitable(Label ask) {
    SourceChoice choice = new SourceChoice(walk.interfaces());
    List<Branch> branches = new ArrayList<>();
    for (InterfaceAddress own : choice.candidates(iface.name(), AddressScope.LINK)) {
      branches.add(asking(in(Fields.NEXTHOP, own.subnet()), from(own.prefix().address()), ask));
    }
    Effect any =
        choice.first(iface.name(), AddressScope.LINK).map(Neighbours::from).orElse(from(0));
    branches.add(asking(Pred.TRUE, any, ask));
    return branches;
  }

  private static Effect from(Address source) {
    return from(source.low());
  }

  private static Effect from(long source) {
    return new Effect.Set(Fields.ARP_SRC, source);
  }

  /** An entry of something earlier; the last outcome is that there is none. */
  private Label cache() {
    Label again = request.before(prefix("again"), lost);
    Label suits = at("suits");
    walk.graph().branches(suits, suitable(again));
    List<Branch> earlier = new ArrayList<>();
    earlier.add(HostWalk.pass(suits));
    for (Address own : announceable()) {
      earlier.add(asking(Pred.TRUE, from(own), again));
    }
    Label known = at("known/heard");
    for (InterfaceAddress own : ipv4()) {
      earlier.add(askedFor(own.prefix().address(), known));
    }
    known(known);
    return choice(earlier);
  }

  private Label choice(List<Branch> earlier) {
    Label label = at(ArpRequest.CACHE);
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(earlier.size());
    walk.choosingFor(label.name());
    Choice choice = walk.choice(ArpRequest.ENTRY, Choice.Kind.KERNEL, Choice.Span.PACKET, width);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < earlier.size(); i++) {
      Branch one = earlier.get(i);
      branches.add(new Branch(new Pred.Chosen(choice, i, i), one.effects(), one.next(), one.why()));
    }
    branches.add(HostWalk.pass(lost));
    walk.graph().branches(label, branches);
    return label;
  }

  /** Sources of earlier requests, other than the one that suits. */
  private List<Address> announceable() {
    List<Address> own = new ArrayList<>();
    List<Interface> interfaces =
        switch (announce) {
          case 1 -> List.of(iface);
          case 2 -> List.of();
          default -> walk.interfaces();
        };
    for (Interface of : interfaces) {
      of.addresses().stream()
          .map(a -> a.prefix().address())
          .filter(a -> a.family() == Family.IPV4 && !a.isLoopback())
          .forEach(own::add);
    }
    List<InterfaceAddress> suitable =
        new SourceChoice(walk.interfaces()).candidates(iface.name(), AddressScope.LINK);
    if (suitable.size() == 1) {
      own.remove(suitable.get(0).prefix().address());
    }
    return own;
  }

  /** The neighbour has asked for an address of this host, and learned and was learned. */
  private Branch askedFor(Address own, Label known) {
    return new Branch(
        Pred.TRUE,
        List.of(
            new Effect.Set(Fields.ARP_DST, own.low()),
            new Effect.Copy(Fields.ARP_SRC, Fields.NEXTHOP)),
        new Next.Call(walk.at(IncomingRequest.name(iface.name())), known),
        Optional.empty());
  }

  /** kernel: net/ipv4/arp.c arp_process() neigh_event_ns() */
  private void known(Label known) {
    Port from = new Port(walk.model().name(), iface.name());
    List<Branch> branches = new ArrayList<>();
    Pred answered = Pred.is(Fields.ARP_ANSWERED, 1);
    for (Wires.Station other : others) {
      Pred asked = Pred.and(answered, OwnAddresses.local(Fields.NEXTHOP, other.host()));
      branches.add(other.arrive(asked, from, List.of(ArpRequest.forget())));
    }
    branches.add(HostWalk.pass(lost));
    walk.graph().branches(known, branches);
  }
}
