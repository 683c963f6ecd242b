package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.ir.conntrack.Bind;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Translate;
import org.hookline.ir.conntrack.TranslateQuoted;
import org.hookline.model.rule.TableName;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * Nat hooks: the first packet of a connection asks the rules, every packet is rewritten from its
 * entry.
 *
 * <p>kernel: net/netfilter/nf_nat_core.c nf_nat_inet_fn()
 */
final class NatStage {
  private NatStage() {}

  /** PREROUTING and OUTPUT: destinations. */
  static Stage destinationNat(String hook) {
    return (walk, name, next) -> stage(walk, name, next, hook, false);
  }

  /** POSTROUTING and INPUT: sources. */
  static Stage sourceNat(String hook) {
    return (walk, name, next) -> stage(walk, name, next, hook, true);
  }

  private static Label stage(HostWalk walk, String name, Label next, String hook, boolean source) {
    if (!walk.translates()) {
      return next;
    }
    Label translate = walk.at(name + "/translate");
    Label unbound = nullBinding(walk, name, translate, source);
    Label bound = walk.at(name + "/bound");
    walk.graph().branches(bound, HostWalk.pass(unbound, new Effect.Set(Fields.NAT_SOURCE, 0)));
    Label rules = PacketTableStage.table(TableName.NAT, hook).before(walk, name, bound);
    translate(walk, translate, next, source);
    Label entry = walk.at(name + "/nat");
    walk.graph()
        .branches(
            entry,
            HostWalk.when(
                Pred.and(opens(), Pred.not(isBound(walk, source))),
                rules,
                new Effect.Set(Fields.NAT_SOURCE, source ? 1 : 0)),
            HostWalk.when(tracked(), translate),
            HostWalk.pass(next));
    return entry;
  }

  /** kernel: nf_nat_initialized() */
  private static Pred isBound(HostWalk walk, boolean source) {
    return new Pred.OfEntry(walk.host(), source ? Part.SRC_BOUND : Part.DST_BOUND, 1, 1);
  }

  private static Pred opens() {
    return Pred.or(
        Pred.is(Fields.CT_STATE, CtState.NEW.value()),
        Pred.and(Pred.is(Fields.CT_STATE, CtState.RELATED.value()), Pred.not(quoted())));
  }

  /** An ICMP error; the only other related packet is a reset that REJECT sends. */
  private static Pred quoted() {
    return Pred.and(
        Pred.is(Fields.CT_STATE, CtState.RELATED.value()),
        Pred.is(Fields.PROTO, Protocol.ICMP.number()));
  }

  private static Pred tracked() {
    return new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value());
  }

  private static void translate(HostWalk walk, Label label, Label next, boolean source) {
    Effect inside = new TranslateQuoted(walk.host(), source);
    Effect plain = new Translate(walk.host(), source);
    String end = source ? "source" : "destination";
    Why why = new Why("nat", "rewrites the " + end + " as the connection says", Origin.NONE);
    walk.graph()
        .branches(
            label,
            HostWalk.when(quoted(), why, next, inside),
            HostWalk.when(Pred.TRUE, why, next, plain));
  }

  /**
   * A connection that no rule binds keeps its addresses; its source port changes when its reply
   * tuple is taken.
   *
   * <p>kernel: nf_nat_alloc_null_binding()
   */
  private static Label nullBinding(HostWalk walk, String name, Label next, boolean source) {
    walk.choosingFor(walk.model().name() + "/" + name);
    Label label = walk.at(name + "/unbound");
    Choice address = walk.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32);
    Choice port = walk.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, Bind.PORT_BITS);
    Effect bind = new Bind(walk.host(), source, NatRange.KEEP, address, port);
    walk.graph()
        .branches(
            label,
            HostWalk.when(isBound(walk, source), next),
            new Branch(Pred.TRUE, List.of(bind), new Next.Goto(next), Optional.empty()));
    return label;
  }
}
