package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.model.rule.RejectWith;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/** Packets that a host's kernel sends because of a packet: resets and ICMP errors. */
final class Answers {
  /** {@link Fields#PHASE} of an ICMP error. */
  static final int ERROR = 4;

  private static final int TTL = 64;

  private Answers() {}

  /** Type and code of an ICMP message. */
  record Icmp(int type, int code) {}

  /**
   * Answers the packet in hand with an ICMP error and ends it; errors about ICMP errors, and about
   * packets for everybody, are not sent.
   *
   * <p>kernel: net/ipv4/icmp.c __icmp_send()
   *
   * @param fromDestination the packet was delivered here: the error comes from the address it was
   *     sent to; else the route back decides
   */
  static Next icmpError(HostWalk walk, Icmp error, boolean fromDestination, Fate fate) {
    Label label =
        walk.at(
            "icmp/"
                + error.type()
                + "/"
                + error.code()
                + (fromDestination ? "/own/" : "/")
                + fate.outcome()
                + "/"
                + fate.reason());
    if (walk.firstUse(label)) {
      Next end = new Next.End(fate);
      Next.Fork fork = new Next.Fork(headers(error, fromDestination), walk.at("answer"));
      walk.graph()
          .branches(
              label,
              new Branch(
                  Pred.or(ConntrackStage.isIcmpError(), Broadcasts.of(walk)),
                  List.of(),
                  end,
                  Optional.empty()),
              new Branch(
                  Pred.TRUE, List.of(), new Next.Spawn(List.of(fork), end), Optional.empty()));
    }
    return new Next.Goto(label);
  }

  private static List<Effect> headers(Icmp error, boolean fromDestination) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Copy(Fields.INNER_SRC, Fields.SRC));
    effects.add(new Effect.Copy(Fields.INNER_DST, Fields.DST));
    effects.add(new Effect.Copy(Fields.INNER_PROTO, Fields.PROTO));
    effects.add(new Effect.Copy(Fields.INNER_SPORT, Fields.SPORT));
    effects.add(new Effect.Copy(Fields.INNER_DPORT, Fields.DPORT));
    effects.add(new Effect.Swap(Fields.SRC, Fields.DST));
    if (!fromDestination) {
      effects.add(new Effect.Set(Fields.SRC, 0));
    }
    effects.add(HostWalk.forget());
    effects.add(
        new Effect.Clear(List.of(Fields.SPORT, Fields.DPORT, Fields.TCP_FLAGS, Fields.TOS)));
    effects.add(new Effect.Set(Fields.PROTO, Protocol.ICMP.number()));
    effects.add(new Effect.Set(Fields.ICMP_TYPE, error.type()));
    effects.add(new Effect.Set(Fields.ICMP_CODE, error.code()));
    effects.add(new Effect.Set(Fields.TTL, TTL));
    effects.add(new Effect.Set(Fields.PHASE, ERROR));
    return effects;
  }

  /** The headers of an answer: both ends swapped, nothing known of it on this host yet. */
  static List<Effect> swapped(int phase) {
    return List.of(
        new Effect.Swap(Fields.SRC, Fields.DST),
        new Effect.Swap(Fields.SPORT, Fields.DPORT),
        HostWalk.forget(),
        new Effect.Set(Fields.TTL, TTL),
        new Effect.Set(Fields.PHASE, phase));
  }

  /** {@code phase} of an answer, plus TCP flags or an ICMP type. */
  static List<Effect> swapped(int phase, Effect more) {
    List<Effect> effects = new ArrayList<>(swapped(phase));
    effects.add(more);
    return effects;
  }

  /**
   * Answers a TCP packet with a reset; one that acknowledges gets a bare one.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_send_reset(), net/ipv4/netfilter/nf_reject_ipv4.c
   * nf_reject_ip_tcphdr_put()
   */
  static Next reset(HostWalk walk, Fate fate) {
    Label label = walk.at("reset/" + fate.outcome());
    if (walk.firstUse(label)) {
      Pred acknowledges = new Pred.Masked(Fields.TCP_FLAGS, TcpFlags.ACK, TcpFlags.ACK);
      walk.graph()
          .branches(
              label,
              reset(walk, acknowledges, TcpFlags.RST, fate),
              reset(walk, Pred.TRUE, TcpFlags.RST | TcpFlags.ACK, fate));
    }
    return new Next.Goto(label);
  }

  private static Branch reset(HostWalk walk, Pred when, long flags, Fate fate) {
    List<Effect> headers = swapped(1, new Effect.Set(Fields.TCP_FLAGS, flags));
    Next.Fork fork = new Next.Fork(headers, walk.at("answer"));
    Next spawn = new Next.Spawn(List.of(fork), new Next.End(fate));
    return new Branch(when, List.of(), spawn, Optional.empty());
  }

  /** kernel: net/ipv4/netfilter/ipt_REJECT.c reject_tg() */
  static Next reject(HostWalk walk, RejectWith with, Fate fate) {
    if (with == RejectWith.TCP_RESET) {
      Label label = walk.at("reject/reset");
      if (walk.firstUse(label)) {
        Pred answerable =
            Pred.and(
                Pred.is(Fields.PROTO, Protocol.TCP.number()),
                new Pred.Masked(Fields.TCP_FLAGS, 0, TcpFlags.RST),
                Pred.not(Broadcasts.of(walk)));
        walk.graph()
            .branches(
                label,
                new Branch(answerable, List.of(), reset(walk, fate), Optional.empty()),
                new Branch(Pred.TRUE, List.of(), new Next.End(fate), Optional.empty()));
      }
      return new Next.Goto(label);
    }
    return icmpError(walk, new Icmp(3, with.code()), false, fate);
  }
}
