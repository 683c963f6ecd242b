package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/** The socket that opened the flow, and what it takes for an answer. */
record Originator(Socket socket) {
  /** {@link Fields#FLOW_TAKES}: whatever is sent to its address and port. */
  private static final int TO_ITS_ADDRESS = 1;

  /** {@link Fields#FLOW_TAKES}: whatever is sent to its port. */
  private static final int TO_ITS_PORT = 2;

  List<Branch> branches() {
    Next rejected = new Next.End(new Fate(Fate.Outcome.REJECTED, socket.name(), ""));
    Next answered = new Next.End(new Fate(Fate.Outcome.ANSWERED, socket.name(), ""));
    Pred answer = Pred.and(Pred.is(Fields.PHASE, 1), takes());
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(Pred.and(answer, refuses()), List.of(), rejected, told("is refused")));
    branches.add(challenged(answer));
    branches.add(new Branch(quoted(), List.of(), rejected, told("is told by an ICMP error")));
    Pred taken = Pred.and(answer, answers());
    Pred last = Pred.is(Fields.FLOW_END, 1);
    branches.add(new Branch(Pred.and(taken, last), List.of(), answered, told("takes the answer")));
    for (Socket.Follow next : socket.more(2)) {
      branches.add(
          new Branch(
              Pred.and(taken, next.protocol()),
              List.of(),
              new Next.Spawn(List.of(next.packet()), answered),
              told("takes the answer")));
    }
    branches.add(
        new Branch(
            Pred.and(Pred.is(Fields.PHASE, 3), mirrored()),
            List.of(),
            answered,
            told("takes the last packet")));
    return branches;
  }

  /**
   * A bare acknowledgement, where the answer to a SYN should be: that connection is not the
   * socket's. It is reset, and the SYN is sent once more; when that is, is not modelled.
   *
   * <p>kernel: net/ipv4/tcp_input.c tcp_rcv_synsent_state_process(), TCP_TIMEOUT_MIN
   */
  private Branch challenged(Pred answer) {
    Pred bare =
        Pred.and(
            answer,
            Pred.is(Fields.PROTO, Protocol.TCP.number()),
            Socket.flags(TcpFlags.ACK, TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST),
            Pred.is(Fields.FLOW_AGAIN, 0));
    return new Branch(
        bare,
        List.of(new Effect.Set(Fields.FLOW_AGAIN, 1)),
        new Next.Spawn(List.of(socket.reset(), socket.again()), socket.stray("")),
        told("resets what it did not ask for, and tries again"));
  }

  private Optional<Why> told(String what) {
    return Optional.of(new Why("socket", "the originator " + what, Origin.NONE));
  }

  private Pred mine() {
    return mine(device());
  }

  /**
   * A packet on loopback counts as one of the device that has its destination's address (kernel:
   * include/net/route.h inet_iif(), net/ipv4/route.c ip_route_output_key_hash_rcu() orig_oif).
   */
  private Pred device() {
    Pred looped = Pred.is(Fields.IIF, socket.loopback());
    return Pred.or(
        Pred.and(Pred.not(looped), Pred.same(Fields.IIF, Fields.FLOW_DEV)),
        Pred.and(looped, Pred.same(Fields.LOCAL_DEV, Fields.FLOW_DEV)));
  }

  /**
   * For an error only TCP counts it so; the others ask for the device itself.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_err(), net/ipv4/udp.c __udp4_lib_err()
   */
  private Pred deviceOfError() {
    Pred tcp = Pred.is(Fields.INNER_PROTO, Protocol.TCP.number());
    return Pred.or(
        Pred.and(tcp, device()), Pred.and(Pred.not(tcp), Pred.same(Fields.IIF, Fields.FLOW_DEV)));
  }

  /** kernel: include/net/inet_sock.h inet_sk_bound_dev_eq() */
  private Pred mine(Pred device) {
    Pred bound = Pred.or(Pred.is(Fields.FLOW_DEV, 0), device);
    return Pred.or(
        Pred.and(Pred.is(Fields.FLOW_ORIGIN, socket.number()), bound),
        Pred.is(Fields.FLOW_ORIGIN, 0));
  }

  private Pred mirrored() {
    return Pred.and(
        mine(),
        Pred.same(Fields.SRC, Fields.FLOW_DST),
        Pred.same(Fields.DST, Fields.FLOW_SRC),
        Pred.same(Fields.PROTO, Fields.FLOW_PROTO),
        Pred.same(Fields.SPORT, Fields.FLOW_DPORT),
        Pred.same(Fields.DPORT, Fields.FLOW_SPORT));
  }

  /** A socket that is not connected takes datagrams from anybody. */
  private Pred takes() {
    Pred toPort =
        Pred.and(
            mine(),
            Pred.same(Fields.PROTO, Fields.FLOW_PROTO),
            Pred.same(Fields.DPORT, Fields.FLOW_SPORT));
    return Pred.or(
        mirrored(),
        Pred.and(
            Pred.is(Fields.FLOW_TAKES, TO_ITS_ADDRESS),
            toPort,
            Pred.same(Fields.DST, Fields.FLOW_SRC)),
        Pred.and(Pred.is(Fields.FLOW_TAKES, TO_ITS_PORT), toPort));
  }

  /** kernel: net/ipv4/tcp_input.c tcp_rcv_synsent_state_process() */
  private static Pred refuses() {
    long refused = TcpFlags.RST | TcpFlags.ACK;
    return Pred.and(Pred.is(Fields.PROTO, Protocol.TCP.number()), Socket.flags(refused, refused));
  }

  private static Pred answers() {
    long accepted = TcpFlags.SYN | TcpFlags.ACK;
    return Pred.or(
        Pred.not(Pred.is(Fields.PROTO, Protocol.TCP.number())),
        Socket.flags(accepted, accepted | TcpFlags.RST));
  }

  private Pred quoted() {
    return Pred.and(
        mine(deviceOfError()),
        Pred.is(Fields.PHASE, Answers.ERROR),
        Pred.not(Pred.is(Fields.ICMP_TYPE, Redirection.TYPE)),
        Pred.same(Fields.INNER_SRC, Fields.FLOW_SRC),
        Pred.same(Fields.INNER_DST, Fields.FLOW_DST),
        Pred.same(Fields.INNER_PROTO, Fields.FLOW_PROTO),
        Pred.same(Fields.INNER_SPORT, Fields.FLOW_SPORT),
        Pred.same(Fields.INNER_DPORT, Fields.FLOW_DPORT));
  }
}
