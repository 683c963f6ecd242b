package org.hookline.path;

import java.util.ArrayList;
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
import org.hookline.ir.conntrack.Kill;
import org.hookline.ir.conntrack.NatRange;
import org.hookline.ir.conntrack.Part;
import org.hookline.ir.conntrack.Translate;
import org.hookline.ir.conntrack.TranslateQuoted;
import org.hookline.kernel.Behaviours;
import org.hookline.model.rule.BaseChain;
import org.hookline.model.rule.Hook;
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
  private final HostWalk walk;
  private final Hook hook;
  private final boolean source;

  private NatStage(HostWalk walk, Hook hook) {
    this.walk = walk;
    this.hook = hook;
    this.source = hook == Hook.POSTROUTING || hook == Hook.INPUT;
  }

  /**
   * What the nat hook of a place does: destinations at PREROUTING and OUTPUT, else sources.
   *
   * @param chains of type nat, in the order in which they are asked
   */
  static Stage nat(Hook hook, List<BaseChain> chains) {
    return (walk, name, next) ->
        walk.tracks() ? new NatStage(walk, hook).before(name, chains, next) : next;
  }

  private Label before(String name, List<BaseChain> chains, Label next) {
    Label translate = walk.at(name + "/translate");
    Label unbound = nullBinding(name, translate);
    Label bound = walk.at(name + "/bound");
    walk.graph().branches(bound, HostWalk.pass(unbound, new Effect.Set(Fields.NAT_SOURCE, 0)));
    Label rules = asked(name, chains, bound);
    translate(translate, next);
    Label entry = walk.at(name + "/nat");
    List<Branch> ways = new ArrayList<>();
    ways.add(
        HostWalk.when(
            Pred.and(opens(), Pred.not(isBound())),
            rules,
            new Effect.Set(Fields.NAT_SOURCE, source ? 1 : 0)));
    if (hook == Hook.POSTROUTING && walk.model().kernel().has(Behaviours.MASQUERADE_KEEPS_DEVICE)) {
      ways.add(anotherDevice());
    }
    ways.add(HostWalk.when(tracked(), translate));
    ways.add(HostWalk.pass(next));
    walk.graph().branches(entry, ways.toArray(Branch[]::new));
    return entry;
  }

  /** One chain behind the other, until one has bound the connection. */
  private Label asked(String name, List<BaseChain> chains, Label bound) {
    Label next = bound;
    for (int i = chains.size() - 1; i >= 0; i--) {
      if (next != bound) {
        Label undecided = next;
        next = walk.at(name + "/behind/" + i);
        walk.graph().branches(next, HostWalk.when(isBound(), bound), HostWalk.pass(undecided));
      }
      next = PacketTableStage.of(chains.get(i)).before(walk, name + "/" + i, next);
    }
    return next;
  }

  /** kernel: nf_nat_initialized() */
  private Pred isBound() {
    return new Pred.OfEntry(walk.host(), source ? Part.SRC_BOUND : Part.DST_BOUND, 1, 1);
  }

  /**
   * A masqueraded connection whose way leads by another device now: the packet is dropped, and the
   * entry forgotten, so that the next one is masqueraded anew. Answers may leave by any device.
   *
   * <p>kernel: nf_nat_oif_changed()
   */
  private Branch anotherDevice() {
    Pred held = Pred.not(new Pred.OfEntry(walk.host(), Part.MASQUERADE_DEV, 0, 0xffff));
    Pred same = new Pred.EntryIs(walk.host(), Part.MASQUERADE_DEV, Fields.OIF);
    Pred moved =
        Pred.and(tracked(), Pred.not(quoted()), Pred.is(Fields.CT_REPLY, 0), held, Pred.not(same));
    return new Branch(
        moved,
        List.of(new Kill(walk.host())),
        walk.dropped("NETFILTER_DROP"),
        Optional.of(
            new Why("nat", "the connection is masqueraded for another device", Origin.NONE)));
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

  private void translate(Label label, Label next) {
    Effect inside = new TranslateQuoted(walk.host(), source);
    Effect plain = new Translate(walk.host(), source);
    String end = source ? "source" : "destination";
    Why why = new Why("nat", "rewrites the " + end + " as the connection says", Origin.NONE);
    walk.graph()
        .branches(
            label,
            redirection(walk),
            HostWalk.when(quoted(), why, next, inside),
            HostWalk.when(Pred.TRUE, why, next, plain));
  }

  /**
   * A translated flow has no better way, and one that is not bound at both ends yet counts as
   * translated.
   *
   * <p>kernel: net/netfilter/nf_nat_proto.c nf_nat_icmp_reply_translation()
   */
  private static Branch redirection(HostWalk walk) {
    Pred translated =
        Pred.or(
            Pred.is(Fields.CT_FRESH, 1),
            new Pred.OfEntry(walk.host(), Part.SRC_NAT, 1, 1),
            new Pred.OfEntry(walk.host(), Part.DST_NAT, 1, 1));
    Pred redirect = Pred.is(Fields.ICMP_TYPE, Redirection.TYPE);
    Why why = new Why("nat", "a redirect of a translated flow", Origin.NONE);
    return walk.drop(Pred.and(quoted(), redirect, translated), "NETFILTER_DROP", why);
  }

  /**
   * A connection that no rule binds keeps its addresses; its source port changes when its reply
   * tuple is taken.
   *
   * <p>kernel: nf_nat_alloc_null_binding()
   */
  private Label nullBinding(String name, Label next) {
    walk.choosingFor(walk.model().name() + "/" + name);
    Label label = walk.at(name + "/unbound");
    Choice address = walk.choice("address", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 32);
    Choice port = walk.choice("port", Choice.Kind.KERNEL, Choice.Span.CONNECTION, Bind.PORT_BITS);
    Effect bind = new Bind(walk.host(), source, NatRange.KEEP, address, port);
    walk.graph()
        .branches(
            label,
            HostWalk.when(isBound(), next),
            new Branch(Pred.TRUE, List.of(bind), new Next.Goto(next), Optional.empty()));
    return label;
  }
}
