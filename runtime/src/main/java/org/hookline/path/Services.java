package org.hookline.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.Listener;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/**
 * What answers on a Linux host: its listeners, and its kernel for echo requests. An answer that
 * reaches a listener is not refused, and not answered.
 */
record Services(HostWalk walk, Socket socket) {
  private static final int TIMESTAMP = 13;

  /** Bytes of both headers and three times of day. */
  private static final int TIMESTAMP_LENGTH = 40;

  List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    for (Listener listener : bestFirst(walk.model().listeners())) {
      Pred alone =
          listener.protocol().equals(Protocol.TCP) ? Pred.is(Fields.TO_MANY, 0) : Pred.TRUE;
      Pred listens = Pred.and(listens(listener), alone);
      Why why =
          new Why(
              "socket",
              "listens on " + listener.protocol() + " " + ports(listener),
              listener.origin());
      Socket.Service service = new Socket.Service(listener.protocol(), listens, why);
      branches.add(socket.accept(service, reply(listener)));
      if (listener.protocol().equals(Protocol.TCP)) {
        branches.add(toEverybody(listens(listener), why));
        branches.addAll(unexpected(listens(listener), why));
      } else {
        Pred here = Pred.and(Pred.is(Fields.PROTO, listener.protocol().number()), listens);
        branches.add(new Branch(here, List.of(), socket.stray(""), Optional.of(why)));
      }
    }
    Pred alone = Pred.is(Fields.TO_MANY, 0);
    Socket.Reply reply = Socket.reply(walk.forgetForReply(), socket.send());
    if (walk.model().sysctls().number("net.ipv4.icmp_echo_ignore_all") == 0) {
      Why why = new Why("socket", "answers echo requests", Origin.NONE);
      Socket.Service echo = new Socket.Service(Protocol.ICMP, alone, why);
      branches.add(socket.accept(echo, reply));
    }
    branches.add(timestamp(alone, reply));
    return branches;
  }

  /** kernel: net/ipv4/icmp.c icmp_timestamp() */
  private Branch timestamp(Pred alone, Socket.Reply reply) {
    Pred asked =
        Pred.and(
            Pred.is(Fields.PROTO, Protocol.ICMP.number()),
            Pred.is(Fields.ICMP_TYPE, TIMESTAMP),
            alone);
    Effect answer = new Effect.Set(Fields.ICMP_TYPE, TIMESTAMP + 1);
    Effect length = new Effect.Set(Fields.LENGTH, TIMESTAMP_LENGTH);
    Next.Fork fork =
        new Next.Fork(
            Answers.swapped(walk.model().sysctls(), 1, reply.forget(), answer, length),
            reply.start());
    Next end = new Next.End(new Fate(Fate.Outcome.STRAY, walk.model().name(), ""));
    return new Branch(asked, List.of(), new Next.Spawn(List.of(fork), end), Optional.empty());
  }

  /** kernel: net/ipv4/inet_hashtables.c compute_score(): a bound address wins. */
  private static List<Listener> bestFirst(List<Listener> listeners) {
    return listeners.stream()
        .sorted(Comparator.comparing((Listener l) -> l.address().isEmpty()))
        .toList();
  }

  private Socket.Reply reply(Listener listener) {
    if (listener.protocol().equals(Protocol.TCP)) {
      return Socket.reply(walk.forgetForAccepted(), socket.send());
    }
    boolean chosen = listener.reply() == Listener.Reply.FROM_ANY && listener.address().isEmpty();
    return chosen
        ? Socket.reply(HostWalk.forget(), walk.at("answer"), new Effect.Set(Fields.SRC, 0))
        : Socket.reply(HostWalk.forget(), socket.send());
  }

  /**
   * A SYN to everybody is passed over, which does not count as a drop.
   *
   * <p>kernel: net/ipv4/tcp_input.c tcp_conn_request(), tcp_ipv4.c tcp_v4_conn_request()
   */
  private Branch toEverybody(Pred listens, Why why) {
    Pred opens =
        Socket.flags(TcpFlags.SYN, TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST | TcpFlags.FIN);
    Pred many = Pred.and(Pred.is(Fields.TO_MANY, 1), listens, opens);
    Pred here = Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), many);
    return new Branch(here, List.of(), socket.stray(""), Optional.of(why));
  }

  /**
   * What a listening socket does with a packet that does not open a connection.
   *
   * <p>kernel: net/ipv4/tcp_input.c tcp_rcv_state_process(), TCP_LISTEN
   */
  private List<Branch> unexpected(Pred listens, Why why) {
    Pred here = Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), listens);
    Fate flags = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "TCP_FLAGS");
    Pred reset = new Pred.Masked(Fields.TCP_FLAGS, TcpFlags.RST, TcpFlags.RST | TcpFlags.ACK);
    return List.of(
        new Branch(
            Pred.and(here, Socket.flags(TcpFlags.RST | TcpFlags.ACK, TcpFlags.RST | TcpFlags.ACK)),
            List.of(),
            socket.stray("TCP_FLAGS"),
            Optional.of(why)),
        abandoned(Pred.and(here, reset)),
        new Branch(Pred.and(here, reset), List.of(), socket.stray("TCP_RESET"), Optional.of(why)),
        new Branch(
            Pred.and(here, Socket.flags(TcpFlags.ACK, TcpFlags.ACK)),
            List.of(),
            Answers.reset(
                walk.model().sysctls(),
                walk.at("answer"),
                walk.forgetForReply(),
                Answers.ECN,
                flags),
            Optional.of(why)),
        new Branch(here, List.of(), socket.stray("TCP_FLAGS"), Optional.of(why)));
  }

  /**
   * Whoever was sent the answer to a SYN, and has no such socket, ends the half-open connection,
   * which does not count as a drop.
   *
   * <p>kernel: net/ipv4/tcp_minisocks.c tcp_check_req(), embryonic_reset
   */
  private Branch abandoned(Pred reset) {
    Why why = new Why("socket", "the half-open connection is given up", Origin.NONE);
    Pred refused = Pred.and(Pred.is(Fields.PHASE, 1), reset, socket.peer());
    Effect gone = new Effect.Set(Fields.PEER_HOST, 0);
    return new Branch(refused, List.of(gone), socket.stray(""), Optional.of(why));
  }

  private static String ports(Listener listener) {
    return String.join(", ", listener.ports().stream().map(PortRange::toString).toList());
  }

  private static Pred listens(Listener listener) {
    List<Pred> ports =
        listener.ports().stream()
            .map(p -> (Pred) new Pred.InRange(Fields.DPORT, p.first(), p.last()))
            .toList();
    Pred bound =
        listener
            .address()
            .filter(a -> a.family() == Family.IPV4)
            .map(a -> Pred.is(Fields.DST, a.low()))
            .orElse(Pred.TRUE);
    return Pred.and(Pred.or(ports), bound);
  }
}
