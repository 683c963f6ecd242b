package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.model.Sysctls;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/** Packets that a host's kernel sends because of a packet: resets and ICMP errors. */
final class Answers {
  /** {@link Fields#PHASE} of an ICMP error. */
  static final int ERROR = 4;

  /** kernel: include/uapi/linux/ip.h IPTOS_PREC_INTERNETCONTROL, IPTOS_TOS_MASK */
  private static final int INTERNETCONTROL = 0xc0;

  private static final int TOS_BITS = 0x1e;

  /** What TCP's resets do not keep (kernel: include/net/inet_ecn.h INET_ECN_MASK). */
  static final int ECN = 0x03;

  private static final int ECHO_REPLY = 0;
  private static final int TIMESTAMP_REPLY = 14;

  /** Bytes of both headers; a reset has neither options nor data. */
  static final int RESET_LENGTH = 40;

  /** ICMP, TCP, UDP, and what has another kind of check: DCCP, GRE, ESP, AH, SCTP, UDP-Lite. */
  private static final List<Integer> CHECKED = List.of(1, 6, 17, 33, 47, 50, 51, 132, 136);

  private Answers() {}

  /** Type and code of an ICMP message. */
  record Icmp(int type, int code) {}

  /**
   * Answers the packet in hand with an ICMP error and ends it. Errors about ICMP errors, and about
   * what was sent to many, are not sent. The error comes from the address that the packet was sent
   * to, when it was delivered here; else the route back decides, or the interface of arrival.
   *
   * <p>kernel: net/ipv4/icmp.c __icmp_send()
   */
  static Next icmpError(HostWalk walk, Icmp error, Fate fate) {
    return icmpError(walk, error, fate, new Cause("", delivered(walk), walk.tracks(), Pred.FALSE));
  }

  /** The same for a packet that was delivered nowhere: no route was found for it, or looked for. */
  static Next unroutable(HostWalk walk, Icmp error, Fate fate) {
    return icmpError(
        walk, error, fate, new Cause("unroutable/", Pred.FALSE, walk.tracks(), Pred.FALSE));
  }

  /**
   * The same for a packet that has lost its connection on the way to a socket.
   *
   * <p>kernel: net/ipv4/udp.c __udp4_lib_rcv(), nf_reset_ct() before icmp_send()
   */
  static Next portUnreachable(HostWalk walk, Fate fate) {
    return icmpError(
        walk, new Icmp(3, 3), fate, new Cause("port/", delivered(walk), false, Pred.FALSE));
  }

  /**
   * The packet that an error is about.
   *
   * @param delivered when it was delivered here
   * @param connected whether its connection may be known
   * @param unanswered when nothing is said
   */
  private record Cause(String word, Pred delivered, boolean connected, Pred unanswered) {}

  /**
   * What REJECT says. Of protocols that it knows no checksum of it takes the payload for one, which
   * does not add up.
   *
   * <p>kernel: include/net/netfilter/nf_reject.h nf_reject_verify_csum(), nf_ip_checksum()
   *
   * @param routed whether the packet has a route yet
   */
  static Next rejection(HostWalk walk, Icmp error, Fate fate, boolean routed) {
    Pred unchecked =
        Pred.not(Pred.or(CHECKED.stream().map(p -> (Pred) Pred.is(Fields.PROTO, p)).toList()));
    return icmpError(
        walk,
        error,
        fate,
        new Cause(
            routed ? "" : "unroutable/",
            routed ? delivered(walk) : Pred.FALSE,
            walk.tracks(),
            Pred.or(unchecked, repliedByTheKernel())));
  }

  /**
   * An echo or timestamp reply that is on its way out: its sender holds the socket that an error
   * about it would be sent by.
   *
   * <p>kernel: net/ipv4/icmp.c icmp_reply(), icmp_xmit_lock()
   */
  private static Pred repliedByTheKernel() {
    return Pred.and(
        Pred.is(Fields.IIF, 0),
        Pred.is(Fields.PROTO, Protocol.ICMP.number()),
        Pred.or(Pred.is(Fields.ICMP_TYPE, ECHO_REPLY), Pred.is(Fields.ICMP_TYPE, TIMESTAMP_REPLY)));
  }

  /**
   * Tells the sender of the packet in hand of a better way; then the packet goes on.
   *
   * <p>kernel: net/ipv4/route.c ip_rt_send_redirect()
   */
  static Next redirect(HostWalk walk, Label next) {
    Label label = walk.at("forward/icmp/" + Redirection.TYPE);
    Cause cause = new Cause("", Pred.FALSE, walk.tracks(), Pred.FALSE);
    Sending sending = new Sending(fork -> new Next.Ahead(fork, next), new Next.Goto(next));
    return message(walk, label, new Icmp(Redirection.TYPE, 1), cause, sending);
  }

  private static Next icmpError(HostWalk walk, Icmp error, Fate fate, Cause cause) {
    Label label =
        walk.at(
            "icmp/"
                + cause.word()
                + error.type()
                + "/"
                + error.code()
                + "/"
                + fate.outcome()
                + "/"
                + fate.reason());
    Next end = new Next.End(fate);
    Sending sending = new Sending(fork -> new Next.Spawn(List.of(fork), end), end);
    return message(walk, label, error, cause, sending);
  }

  /**
   * What becomes of the packet in hand.
   *
   * @param said when a message is sent about it
   * @param unsaid when none is
   */
  private record Sending(Function<Next.Fork, Next> said, Next unsaid) {}

  private static Next message(
      HostWalk walk, Label label, Icmp error, Cause cause, Sending sending) {
    if (walk.firstUse(label)) {
      List<Branch> branches = new ArrayList<>();
      Pred silent = Pred.or(forbidden(), cause.unanswered());
      branches.add(new Branch(silent, List.of(), sending.unsaid(), Optional.empty()));
      List<From> sources = new ArrayList<>();
      sources.add(new From(cause.delivered(), List.of()));
      sources.addAll(fromArrival(walk));
      sources.add(new From(Pred.TRUE, List.of(new Effect.Set(Fields.SRC, 0))));
      for (From from : sources) {
        branches.addAll(error(walk, error, sending, from, cause.connected()));
      }
      walk.graph().branches(label, branches);
    }
    return new Next.Goto(label);
  }

  /** What becomes of the error's source, which is the destination of the packet in hand. */
  private record From(Pred when, List<Effect> source) {}

  private static List<Branch> error(
      HostWalk walk, Icmp error, Sending sending, From from, boolean connected) {
    Label send = walk.at("answer");
    Branch plain = error(walk, error, sending, from, new Start(walk.forgetForReply(), send));
    if (!connected) {
      return List.of(plain);
    }
    Attached attached = new Attached(walk);
    From related = new From(Pred.and(from.when(), attached.possible()), from.source());
    Start start = new Start(attached.forget(), attached.before(send));
    return List.of(error(walk, error, sending, related, start), plain);
  }

  /** What an answer does not keep of the packet, and where it begins. */
  private record Start(Effect forget, Label label) {}

  private static Branch error(HostWalk walk, Icmp error, Sending sending, From from, Start start) {
    List<Effect> effects = new ArrayList<>(headers(walk.model().sysctls(), error, start.forget()));
    effects.addAll(from.source());
    Next.Fork fork = new Next.Fork(effects, start.label());
    return new Branch(from.when(), List.of(), sending.said().apply(fork), Optional.empty());
  }

  /** kernel: RTCF_LOCAL of the packet's route, in OUTPUT that of the last one */
  private static Pred delivered(HostWalk walk) {
    return Pred.or(Pred.is(Fields.DST_DEV, 0), Pred.is(Fields.DST_DEV, walk.numberOf("lo")));
  }

  /** Whether an error may be sent about the packet in hand. */
  static Pred allowed() {
    return Pred.not(forbidden());
  }

  private static Pred forbidden() {
    return Pred.or(ConntrackStage.isIcmpError(), toMany());
  }

  private static Pred toMany() {
    return Pred.or(Pred.not(Pred.is(Fields.FRAME_TYPE, 0)), Pred.is(Fields.TO_MANY, 1));
  }

  /** kernel: sysctl icmp_errors_use_inbound_ifaddr, inet_select_addr() */
  private static List<From> fromArrival(HostWalk walk) {
    List<From> sources = new ArrayList<>();
    if (walk.model().sysctls().number("net.ipv4.icmp_errors_use_inbound_ifaddr") != 0) {
      walk.interfaces()
          .forEach(
              iface -> {
                Pred here = Pred.is(Fields.IIF, walk.numberOf(iface.name()));
                List<Prefix> primaries = iface.primaries(org.hookline.addr.Family.IPV4);
                for (Prefix own : primaries) {
                  Pred near = Pred.prefix(Fields.SRC, own.address().low(), own.length());
                  sources.add(from(Pred.and(here, near), own));
                }
                if (!primaries.isEmpty()) {
                  sources.add(from(here, primaries.get(0)));
                }
              });
    }
    return sources;
  }

  private static From from(Pred when, Prefix own) {
    return new From(when, List.of(new Effect.Set(Fields.SRC, own.address().low())));
  }

  private static List<Effect> headers(Sysctls sysctls, Icmp error, Effect forget) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Copy(Fields.INNER_SRC, Fields.SRC));
    effects.add(new Effect.Copy(Fields.INNER_DST, Fields.DST));
    effects.add(new Effect.Copy(Fields.INNER_PROTO, Fields.PROTO));
    effects.add(new Effect.Copy(Fields.INNER_SPORT, Fields.SPORT));
    effects.add(new Effect.Copy(Fields.INNER_DPORT, Fields.DPORT));
    effects.add(new Effect.Copy(Fields.INNER_TYPE, Fields.ICMP_TYPE));
    effects.add(new Effect.Copy(Fields.INNER_CODE, Fields.ICMP_CODE));
    effects.add(new Effect.Swap(Fields.SRC, Fields.DST));
    effects.add(forget);
    effects.add(new Effect.Clear(List.of(Fields.SPORT, Fields.DPORT, Fields.TCP_FLAGS)));
    effects.add(new Effect.SetMasked(Fields.TOS, INTERNETCONTROL, ~TOS_BITS & 0xff));
    effects.add(new Effect.Set(Fields.PROTO, Protocol.ICMP.number()));
    effects.add(new Effect.Set(Fields.ICMP_TYPE, error.type()));
    effects.add(new Effect.Set(Fields.ICMP_CODE, error.code()));
    effects.add(timeToLive(sysctls));
    effects.add(new Effect.Set(Fields.PHASE, ERROR));
    effects.addAll(unsaidLength());
    return effects;
  }

  /** kernel: net/ipv4/ip_output.c ip_select_ttl() */
  private static Effect timeToLive(Sysctls sysctls) {
    return new Effect.Set(Fields.TTL, sysctls.timeToLive());
  }

  /**
   * {@code phase} of an answer with both ends swapped, plus TCP flags or an ICMP type.
   *
   * @param forget what of the packet in hand the answer does not keep
   */
  static List<Effect> swapped(Sysctls sysctls, int phase, Effect forget, Effect... more) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Swap(Fields.SRC, Fields.DST));
    effects.add(new Effect.Swap(Fields.SPORT, Fields.DPORT));
    effects.add(forget);
    effects.add(timeToLive(sysctls));
    effects.add(new Effect.Set(Fields.PHASE, phase));
    effects.addAll(unsaidLength());
    effects.addAll(List.of(more));
    return effects;
  }

  /** How long an answer is follows from what it answers, or from nothing. */
  private static List<Effect> unsaidLength() {
    return List.of(
        new Effect.Copy(Fields.ASKED_LENGTH, Fields.LENGTH), new Effect.Set(Fields.LENGTH, 0));
  }

  /**
   * A reset; it acknowledges what acknowledges nothing.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_send_reset(), nf_reject_ip_tcphdr_put()
   *
   * @param forget what of the packet in hand the answer does not keep
   * @param tos bits of its type of service that the answer does not keep
   */
  static Next reset(Sysctls sysctls, Label send, Effect forget, int tos, Fate fate) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.SetMasked(Fields.TOS, 0, tos));
    effects.add(new Effect.SetMasked(Fields.TCP_FLAGS, TcpFlags.RST, ~TcpFlags.ACK));
    effects.add(new Effect.Flip(Fields.TCP_FLAGS, TcpFlags.ACK));
    effects.addAll(swapped(sysctls, 1, forget, new Effect.Set(Fields.LENGTH, RESET_LENGTH)));
    Next.Fork fork = new Next.Fork(effects, send);
    return new Next.Spawn(List.of(fork), new Next.End(fate));
  }
}
