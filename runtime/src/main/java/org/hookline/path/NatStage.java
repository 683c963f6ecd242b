package org.hookline.path;

import java.util.List;
import java.util.Optional;
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
    Label translate = translate(walk, name, next, source);
    Label unbound = source ? nullBinding(walk, name, translate) : translate;
    Label bound = walk.at(name + "/bound");
    walk.graph().branches(bound, HostWalk.pass(unbound, new Effect.Set(Fields.NAT_SOURCE, 0)));
    Label rules = PacketTableStage.table(TableName.NAT, hook).before(walk, name, bound);
    Label entry = walk.at(name + "/nat");
    walk.graph()
        .branches(
            entry,
            HostWalk.when(
                Pred.is(Fields.CT_FRESH, 1),
                rules,
                new Effect.Set(Fields.NAT_SOURCE, source ? 1 : 0)),
            HostWalk.when(tracked(), translate),
            HostWalk.pass(next));
    return entry;
  }

  private static Pred tracked() {
    return new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value());
  }

  private static Label translate(HostWalk walk, String name, Label next, boolean source) {
    Label label = walk.at(name + "/translate");
    Effect quoted = new TranslateQuoted(walk.host(), source);
    Effect plain = new Translate(walk.host(), source);
    String end = source ? "source" : "destination";
    Why why = new Why("nat", "rewrites the " + end + " as the connection says", Origin.NONE);
    walk.graph()
        .branches(
            label,
            HostWalk.when(Pred.is(Fields.CT_STATE, CtState.RELATED.value()), why, next, quoted),
            HostWalk.when(Pred.TRUE, why, next, plain));
    return label;
  }

  /** A connection that no rule binds gets another source port when its reply tuple is taken. */
  private static Label nullBinding(HostWalk walk, String name, Label next) {
    walk.choosingFor(walk.model().name() + "/" + name);
    Label label = walk.at(name + "/unbound");
    Choice address = walk.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32);
    Choice port = walk.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, Bind.PORT_BITS);
    Effect bind = new Bind(walk.host(), true, NatRange.KEEP, address, port);
    walk.graph()
        .branches(
            label,
            HostWalk.when(new Pred.OfEntry(walk.host(), Part.SRC_BOUND, 1, 1), next),
            new Branch(Pred.TRUE, List.of(bind), new Next.Goto(next), Optional.empty()));
    return label;
  }
}
