package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.model.Listener;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/**
 * The endpoint of a host: who takes a packet that was delivered, and what is sent back. A flow is
 * its opening packet, the answer, and one more packet each way.
 *
 * @param name of the host, or of the pseudo-host
 * @param number its number
 * @param send where its packets with a source address begin
 */
record Socket(StepGraph.Builder graph, String name, int number, Label send) {

  /** The socket layer of a Linux host. */
  static Label build(HostWalk walk) {
    Socket socket = new Socket(walk.graph(), walk.model().name(), walk.host(), walk.at("send"));
    List<Branch> listeners = new ArrayList<>(forEverybody(walk));
    for (Listener listener : walk.model().listeners()) {
      listeners.addAll(socket.accept(listens(listener), listener.protocol(), why(listener)));
    }
    Why echo = new Why("socket", "answers echo requests", Origin.NONE);
    listeners.addAll(socket.accept(Pred.TRUE, Protocol.ICMP, echo));
    listeners.addAll(closed(walk, socket));
    return socket.step(listeners);
  }

  /**
   * Packets for everybody: datagrams are taken, but a listener that answers from the address it was
   * asked on cannot answer; other protocols are silent.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_rcv() discards what is not PACKET_HOST; net/ipv4/icmp.c
   * icmp_rcv() with icmp_echo_ignore_broadcasts = 1
   */
  private static List<Branch> forEverybody(HostWalk walk) {
    Pred everybody = Broadcasts.of(walk);
    String name = walk.model().name();
    Next accepted = new Next.End(new Fate(Fate.Outcome.ACCEPTED, name, ""));
    Pred datagram =
        Pred.and(everybody, Pred.is(Fields.PHASE, 0), Pred.is(Fields.PROTO, Protocol.UDP.number()));
    List<Branch> branches = new ArrayList<>();
    for (Listener listener : walk.model().listeners()) {
      if (listener.protocol().equals(Protocol.UDP)) {
        Pred taken = Pred.and(datagram, listens(listener));
        branches.add(new Branch(taken, List.of(), accepted, Optional.of(why(listener))));
      }
    }
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Why ignored = new Why("socket", "echo requests to everybody are ignored", Origin.NONE);
    Pred echo = Pred.and(everybody, icmp, Pred.is(Fields.ICMP_TYPE, 8));
    branches.add(walk.drop(echo, "INVALID_PROTO", ignored));
    Next stray = new Next.End(new Fate(Fate.Outcome.STRAY, name, ""));
    branches.add(new Branch(everybody, List.of(), stray, Optional.empty()));
    return branches;
  }

  private static Why why(Listener listener) {
    String ports = String.join(", ", listener.ports().stream().map(PortRange::toString).toList());
    return new Why("socket", "listens on " + listener.protocol() + " " + ports, listener.origin());
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

  /**
   * Nobody listens: kernel: tcp_v4_rcv() no_tcp_socket, __udp4_lib_rcv(),
   * ip_local_deliver_finish().
   */
  private static List<Branch> closed(HostWalk walk, Socket socket) {
    Fate refused = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "");
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Pred reset = flags(TcpFlags.RST, TcpFlags.RST);
    Why nobody = new Why("socket", "nobody listens", Origin.NONE);
    Next port = Answers.icmpError(walk, new Answers.Icmp(3, 3), true, refused);
    Next protocol = Answers.icmpError(walk, new Answers.Icmp(3, 2), true, refused);
    Pred opening = Pred.is(Fields.PHASE, 0);
    return List.of(
        new Branch(
            Pred.and(opening, tcp, Pred.not(reset)),
            List.of(),
            Answers.reset(walk, refused),
            Optional.of(nobody)),
        new Branch(
            Pred.and(opening, Pred.is(Fields.PROTO, Protocol.UDP.number())),
            List.of(),
            port,
            Optional.of(nobody)),
        new Branch(
            Pred.and(opening, Pred.not(Pred.or(tcp, icmp))),
            List.of(),
            protocol,
            Optional.of(nobody)),
        new Branch(Pred.TRUE, List.of(), socket.stray(), Optional.empty()));
  }

  /** A pseudo-host that answers everything. */
  Label answeringAll() {
    List<Branch> branches = new ArrayList<>();
    Why why = new Why("socket", "answers every connection", Origin.NONE);
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP)) {
      branches.addAll(accept(Pred.TRUE, protocol, why));
    }
    branches.add(new Branch(Pred.TRUE, List.of(), stray(), Optional.empty()));
    return step(branches);
  }

  private Next stray() {
    return new Next.End(new Fate(Fate.Outcome.STRAY, name, ""));
  }

  private Label step(List<Branch> listeners) {
    Label label = graph.label(name + "/socket");
    List<Branch> branches = new ArrayList<>(originator());
    branches.addAll(accepting());
    branches.addAll(listeners);
    graph.branches(label, branches);
    return label;
  }

  /** The socket that opened the flow. */
  private List<Branch> originator() {
    Pred mine = Pred.or(Pred.is(Fields.FLOW_ORIGIN, number), Pred.is(Fields.FLOW_ORIGIN, 0));
    Pred mirrored =
        Pred.and(
            mine,
            Pred.same(Fields.SRC, Fields.FLOW_DST),
            Pred.same(Fields.DST, Fields.FLOW_SRC),
            Pred.same(Fields.PROTO, Fields.FLOW_PROTO),
            Pred.same(Fields.SPORT, Fields.FLOW_DPORT),
            Pred.same(Fields.DPORT, Fields.FLOW_SPORT));
    Pred quoted =
        Pred.and(
            mine,
            Pred.is(Fields.PHASE, Answers.ERROR),
            Pred.same(Fields.INNER_SRC, Fields.FLOW_SRC),
            Pred.same(Fields.INNER_DST, Fields.FLOW_DST),
            Pred.same(Fields.INNER_PROTO, Fields.FLOW_PROTO),
            Pred.same(Fields.INNER_SPORT, Fields.FLOW_SPORT),
            Pred.same(Fields.INNER_DPORT, Fields.FLOW_DPORT));
    Pred answer = Pred.and(Pred.is(Fields.PHASE, 1), mirrored);
    Pred reset =
        Pred.and(
            answer,
            Pred.is(Fields.PROTO, Protocol.TCP.number()),
            flags(TcpFlags.RST, TcpFlags.RST));
    Next rejected = new Next.End(new Fate(Fate.Outcome.REJECTED, name, ""));
    Fate answered = new Fate(Fate.Outcome.ANSWERED, name, "");
    List<Branch> branches = new ArrayList<>();
    branches.add(new Branch(reset, List.of(), rejected, told("is refused")));
    branches.add(new Branch(quoted, List.of(), rejected, told("is told by an ICMP error")));
    for (Follow next : more(2, new Effect.Copy(Fields.MARK, Fields.FLOW_MARK))) {
      branches.add(
          new Branch(
              Pred.and(answer, next.protocol()),
              List.of(),
              new Next.Spawn(List.of(next.packet()), new Next.End(answered)),
              told("takes the answer")));
    }
    branches.add(
        new Branch(
            Pred.and(Pred.is(Fields.PHASE, 3), mirrored),
            List.of(),
            new Next.End(answered),
            told("takes the last packet")));
    return branches;
  }

  private Optional<Why> told(String what) {
    return Optional.of(new Why("socket", "the originator " + what, Origin.NONE));
  }

  /** The socket that accepted the flow takes its third packet. */
  private List<Branch> accepting() {
    Pred known =
        Pred.and(
            Pred.is(Fields.PHASE, 2),
            Pred.is(Fields.PEER_HOST, number),
            Pred.same(Fields.SRC, Fields.PEER_SRC),
            Pred.same(Fields.DST, Fields.PEER_DST),
            Pred.same(Fields.SPORT, Fields.PEER_SPORT),
            Pred.same(Fields.DPORT, Fields.PEER_DPORT));
    Fate accepted = new Fate(Fate.Outcome.ACCEPTED, name, "");
    List<Branch> branches = new ArrayList<>();
    for (Follow next : more(3)) {
      branches.add(
          new Branch(
              Pred.and(known, next.protocol()),
              List.of(),
              new Next.Spawn(List.of(next.packet()), new Next.End(accepted)),
              Optional.of(new Why("socket", "takes the third packet", Origin.NONE))));
    }
    return branches;
  }

  /** A further packet of the flow, for the protocols that a predicate names. */
  private record Follow(Pred protocol, Next.Fork packet) {}

  private List<Follow> more(int phase, Effect... own) {
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Effect ack = new Effect.Set(Fields.TCP_FLAGS, TcpFlags.ACK);
    Effect echo = new Effect.Set(Fields.ICMP_TYPE, phase == 2 ? 8 : 0);
    return List.of(
        new Follow(tcp, new Next.Fork(with(own, Answers.swapped(phase, ack)), send)),
        new Follow(icmp, new Next.Fork(with(own, Answers.swapped(phase, echo)), send)),
        new Follow(Pred.TRUE, new Next.Fork(with(own, Answers.swapped(phase)), send)));
  }

  private static List<Effect> with(Effect[] own, List<Effect> headers) {
    List<Effect> effects = new ArrayList<>(headers);
    effects.addAll(List.of(own));
    return effects;
  }

  /** A listener takes the opening packet and answers. */
  private List<Branch> accept(Pred listens, Protocol protocol, Why why) {
    Pred opens = Pred.TRUE;
    List<Effect> answer = new ArrayList<>(Answers.swapped(1));
    if (protocol.equals(Protocol.TCP)) {
      opens = flags(TcpFlags.SYN, TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST | TcpFlags.FIN);
      answer.add(new Effect.Set(Fields.TCP_FLAGS, TcpFlags.SYN | TcpFlags.ACK));
    } else if (protocol.equals(Protocol.ICMP)) {
      opens = Pred.is(Fields.ICMP_TYPE, 8);
      answer.add(new Effect.Set(Fields.ICMP_TYPE, 0));
    }
    Pred taken =
        Pred.and(
            Pred.is(Fields.PHASE, 0), Pred.is(Fields.PROTO, protocol.number()), opens, listens);
    List<Effect> remember =
        List.of(
            new Effect.Set(Fields.PEER_HOST, number),
            new Effect.Copy(Fields.PEER_SRC, Fields.SRC),
            new Effect.Copy(Fields.PEER_DST, Fields.DST),
            new Effect.Copy(Fields.PEER_SPORT, Fields.SPORT),
            new Effect.Copy(Fields.PEER_DPORT, Fields.DPORT));
    Next end = new Next.End(new Fate(Fate.Outcome.ACCEPTED, name, ""));
    Next spawn = new Next.Spawn(List.of(new Next.Fork(answer, send)), end);
    return List.of(new Branch(taken, remember, spawn, Optional.of(why)));
  }

  private static Pred flags(long value, long mask) {
    return new Pred.Masked(Fields.TCP_FLAGS, value, mask);
  }
}
