package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.Port;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * Packets for whose next hop nobody answers: their senders are told. What tells them, and would
 * leave by the same next hop, begins to wait there while the queue is being given up, and goes with
 * it.
 *
 * <p>kernel: net/core/neighbour.c neigh_invalidate(), net/ipv4/arp.c arp_error_report()
 *
 * @param from where packets leave
 * @param number of that interface
 */
record Unheard(Port from, long number) {
  /** kernel: skb_queue_purge() in neigh_invalidate() */
  private static final String PURGED = "QUEUE_PURGE";

  /** Where no error can come from. */
  static Branch nobody(String segment, Next unresolved) {
    return new Branch(Pred.TRUE, List.of(ArpRequest.forget()), unresolved, why(silent(segment)));
  }

  List<Branch> branches(String segment, Next unresolved) {
    Effect forget = ArpRequest.forget();
    Pred same =
        Pred.and(
            Pred.is(Fields.PHASE, Answers.ERROR),
            Pred.is(Fields.UNHEARD_DEV, number),
            Pred.same(Fields.UNHEARD, Fields.NEXTHOP));
    Next purged = new Next.End(new Fate(Fate.Outcome.DROPPED, from.host(), PURGED));
    Effect hop = new Effect.Copy(Fields.UNHEARD, Fields.NEXTHOP);
    Effect dev = new Effect.Set(Fields.UNHEARD_DEV, number);
    return List.of(
        new Branch(same, List.of(forget), purged, why("the next hop has just been given up")),
        new Branch(Pred.TRUE, List.of(forget, hop, dev), unresolved, why(silent(segment))));
  }

  private static String silent(String segment) {
    return "nobody on " + segment + " answers for the next hop";
  }

  private static Optional<Why> why(String text) {
    return Optional.of(new Why(ArpRequest.UNANSWERED, text, Origin.NONE));
  }
}
