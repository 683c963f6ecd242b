package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hookline.addr.Family;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.Interface;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * Packets for whose next hop nobody answers: their senders are told. What tells them, and would
 * leave by the same gateway, begins to wait there while the queue is being given up, and goes with
 * it.
 *
 * <p>kernel: net/core/neighbour.c neigh_invalidate(), net/ipv4/arp.c arp_error_report()
 *
 * @param walk of the host
 * @param iface where packets leave
 */
record Unheard(HostWalk walk, Interface iface) {
  /** kernel: skb_queue_purge() in neigh_invalidate() */
  private static final String PURGED = "QUEUE_PURGE";

  /** What is said of a segment. */
  static Why on(String segment) {
    String text = "nobody on " + segment + " answers for the next hop";
    return new Why(ArpRequest.UNANSWERED, text, Origin.NONE);
  }

  /** Where no error can come from. */
  static Branch nobody(Why why, Next unresolved, Effect... more) {
    List<Effect> effects = new ArrayList<>(List.of(more));
    effects.add(ArpRequest.forget());
    return new Branch(Pred.TRUE, effects, unresolved, Optional.of(why));
  }

  List<Branch> branches(Why why, Next unresolved) {
    Effect dev = new Effect.Set(Fields.UNHEARD_DEV, walk.numberOf(iface.name()));
    List<Branch> branches = new ArrayList<>();
    for (long gateway : gateways()) {
      Pred here = Pred.is(Fields.NEXTHOP, gateway);
      Branch any = nobody(why, unresolved, new Effect.Set(Fields.UNHEARD, gateway), dev);
      branches.add(new Branch(here, any.effects(), any.next(), any.why()));
    }
    branches.add(nobody(why, unresolved, new Effect.Set(Fields.UNHEARD, 0)));
    return branches;
  }

  /** Before anybody is asked: an error has another source, to which the gateway may well answer. */
  List<Branch> purged() {
    List<Pred> again = new ArrayList<>();
    for (long gateway : gateways()) {
      again.add(Pred.and(Pred.is(Fields.NEXTHOP, gateway), Pred.is(Fields.UNHEARD, gateway)));
    }
    if (again.isEmpty()) {
      return List.of();
    }
    Pred error = Pred.is(Fields.PHASE, Answers.ERROR);
    Pred here = Pred.is(Fields.UNHEARD_DEV, walk.numberOf(iface.name()));
    Fate fate = new Fate(Fate.Outcome.DROPPED, walk.model().name(), PURGED);
    return List.of(
        new Branch(
            Pred.and(error, here, Pred.or(again)),
            List.of(ArpRequest.forget()),
            new Next.End(fate),
            Optional.of(
                new Why(
                    ArpRequest.UNANSWERED, "the gateway has just been given up", Origin.NONE))));
  }

  private Set<Long> gateways() {
    Set<Long> gateways = new TreeSet<>();
    walk.model().tables().stream()
        .flatMap(table -> table.routes().stream())
        .flatMap(route -> route.hops().stream())
        .filter(hop -> hop.dev().equals(iface.name()))
        .flatMap(hop -> hop.gateway().stream())
        .filter(gateway -> gateway.family() == Family.IPV4)
        .forEach(gateway -> gateways.add(gateway.low()));
    return gateways;
  }
}
