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
import org.hookline.ir.StepGraph;
import org.hookline.ir.Why;
import org.hookline.model.Sysctls;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/**
 * The endpoint of a host: who takes a packet that was delivered, and what is sent back. A flow is
 * its opening packet, the answer, and one more packet each way.
 *
 * @param name of the host, or of the pseudo-host
 * @param number its number
 * @param sysctls of the host
 * @param loopback number of its loopback interface; 0 when it has none
 * @param send where its packets with a source address begin
 */
record Socket(
    StepGraph.Builder graph, String name, int number, Sysctls sysctls, long loopback, Label send) {

  /** The socket layer of a Linux host. */
  static Label build(HostWalk walk) {
    Socket socket =
        new Socket(
            walk.graph(),
            walk.model().name(),
            walk.host(),
            walk.model().sysctls(),
            walk.numberOf("lo"),
            walk.at("send"));
    List<Branch> listeners = new ArrayList<>(new Services(walk, socket).branches());
    listeners.addAll(new ClosedPorts(walk, socket).branches());
    return socket.step(listeners);
  }

  /** A pseudo-host that answers everything. */
  Label answeringAll() {
    List<Branch> branches = new ArrayList<>();
    Why why = new Why("socket", "answers every connection", Origin.NONE);
    for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP)) {
      branches.add(accept(new Service(protocol, Pred.TRUE, why), reply(HostWalk.forget(), send)));
    }
    branches.add(new Branch(Pred.TRUE, List.of(), stray(""), Optional.empty()));
    return step(branches);
  }

  private Label step(List<Branch> listeners) {
    Label label = graph.label(name + "/socket");
    List<Branch> branches = new ArrayList<>();
    branches.add(discarded());
    branches.addAll(new Originator(this).branches());
    branches.addAll(challenging());
    branches.addAll(accepting());
    branches.addAll(listeners);
    graph.branches(label, branches);
    return label;
  }

  /**
   * TCP looks at no frame for everybody.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_rcv(), pkt_type
   */
  private Branch discarded() {
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred many = Pred.not(Pred.is(Fields.FRAME_TYPE, 0));
    Why why = new Why("socket", "the frame was for everybody", Origin.NONE);
    return new Branch(Pred.and(tcp, many), List.of(), stray(""), Optional.of(why));
  }

  /**
   * The packet is delivered, and nobody has a use for it.
   *
   * @param reason the kernel's, where it counts as a drop
   */
  Next stray(String reason) {
    return new Next.End(new Fate(Fate.Outcome.STRAY, name, reason));
  }

  /**
   * A SYN for a connection that is half open here is answered with a bare acknowledgement; the next
   * one comes too soon for that.
   *
   * <p>kernel: net/ipv4/tcp_minisocks.c tcp_check_req(), tcp_input.c tcp_oow_rate_limited()
   */
  private List<Branch> challenging() {
    long opening = TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST;
    Pred again =
        Pred.and(
            Pred.is(Fields.PHASE, 0),
            Pred.is(Fields.PROTO, Protocol.TCP.number()),
            flags(TcpFlags.SYN, opening),
            peer());
    Effect ack = new Effect.Set(Fields.TCP_FLAGS, TcpFlags.ACK);
    Next.Fork fork = new Next.Fork(Answers.swapped(sysctls, 1, HostWalk.forget(), ack), send);
    Why why = new Why("socket", "the connection is half open already", Origin.NONE);
    Next spawn = new Next.Spawn(List.of(fork), stray("TCP_OVERWINDOW"));
    return List.of(
        new Branch(
            Pred.and(again, Pred.is(Fields.FLOW_AGAIN, 0)), List.of(), spawn, Optional.of(why)),
        new Branch(again, List.of(), stray("TCP_OVERWINDOW"), Optional.of(why)));
  }

  /** The packet in hand is the peer's of the flow's accepting socket. */
  Pred peer() {
    return Pred.and(
        Pred.is(Fields.PEER_HOST, number),
        Pred.same(Fields.SRC, Fields.PEER_SRC),
        Pred.same(Fields.DST, Fields.PEER_DST),
        Pred.same(Fields.SPORT, Fields.PEER_SPORT),
        Pred.same(Fields.DPORT, Fields.PEER_DPORT));
  }

  /** The socket that accepted the flow takes its third packet. */
  private List<Branch> accepting() {
    Pred known = Pred.and(Pred.is(Fields.PHASE, 2), peer());
    Next accepted = new Next.End(new Fate(Fate.Outcome.ACCEPTED, name, ""));
    Optional<Why> why = Optional.of(new Why("socket", "takes the third packet", Origin.NONE));
    List<Branch> branches = new ArrayList<>();
    Pred last = Pred.is(Fields.FLOW_END, 2);
    branches.add(new Branch(Pred.and(known, last), List.of(), accepted, why));
    for (Follow next : more(3)) {
      Next spawn = new Next.Spawn(List.of(next.packet()), accepted);
      branches.add(new Branch(Pred.and(known, next.protocol()), List.of(), spawn, why));
    }
    return branches;
  }

  /** A further packet of the flow, for the protocols that a predicate names. */
  record Follow(Pred protocol, Next.Fork packet) {}

  /** The originator's second packet, or the accepting socket's. */
  List<Follow> more(int phase) {
    boolean originator = phase == 2;
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Effect ack = new Effect.Set(Fields.TCP_FLAGS, TcpFlags.ACK);
    Effect echo = new Effect.Set(Fields.ICMP_TYPE, originator ? 8 : 0);
    return List.of(
        new Follow(tcp, follow(originator, 1, ack)),
        new Follow(icmp, follow(originator, originator ? 1 : 0, echo)),
        new Follow(Pred.TRUE, follow(originator, 1)));
  }

  private Next.Fork follow(boolean originator, int owned, Effect... more) {
    List<Effect> effects =
        new ArrayList<>(Answers.swapped(sysctls, originator ? 2 : 3, HostWalk.forget(), more));
    effects.add(new Effect.Set(Fields.OWNED, owned));
    effects.add(new Effect.Set(Fields.TOS, 0));
    if (originator) {
      effects.add(new Effect.Copy(Fields.TTL, Fields.FLOW_TTL));
      effects.addAll(ofOriginator());
    }
    return new Next.Fork(effects, send);
  }

  /** What the originator's socket was told to put on its packets. */
  private static List<Effect> ofOriginator() {
    return List.of(
        new Effect.Copy(Fields.MARK, Fields.FLOW_MARK),
        new Effect.Copy(Fields.BOUND_DEV, Fields.FLOW_DEV));
  }

  /** The originator's SYN once more. */
  Next.Fork again() {
    Effect syn = new Effect.Set(Fields.TCP_FLAGS, TcpFlags.SYN);
    List<Effect> effects = new ArrayList<>(follow(true, 1, syn).effects());
    effects.add(new Effect.Set(Fields.PHASE, 0));
    return new Next.Fork(effects, send);
  }

  /**
   * What a socket that waits for the answer to its SYN says to anything else.
   *
   * <p>kernel: net/ipv4/tcp_ipv4.c tcp_v4_send_reset()
   */
  Next.Fork reset() {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.SetMasked(Fields.TOS, 0, Answers.ECN));
    Effect reset = new Effect.Set(Fields.TCP_FLAGS, TcpFlags.RST);
    Effect length = new Effect.Set(Fields.LENGTH, Answers.RESET_LENGTH);
    effects.addAll(Answers.swapped(sysctls, 1, HostWalk.forget(), reset, length));
    effects.addAll(ofOriginator());
    return new Next.Fork(effects, send);
  }

  /** Somebody who takes opening packets of a protocol. */
  record Service(Protocol protocol, Pred listens, Why why) {}

  /** How an answer begins. */
  record Reply(Effect forget, List<Effect> changes, Label start) {}

  static Reply reply(Effect forget, Label start, Effect... changes) {
    return new Reply(forget, List.of(changes), start);
  }

  /** A listener takes the opening packet and answers. */
  Branch accept(Service service, Reply reply) {
    Pred opens = Pred.TRUE;
    List<Effect> answer = new ArrayList<>(Answers.swapped(sysctls, 1, reply.forget()));
    answer.addAll(reply.changes());
    boolean kernel = service.protocol().equals(Protocol.ICMP);
    answer.add(new Effect.Set(Fields.OWNED, kernel ? 0 : 1));
    if (!kernel) {
      answer.add(new Effect.Set(Fields.TOS, 0));
    }
    if (service.protocol().equals(Protocol.TCP)) {
      opens = flags(TcpFlags.SYN, TcpFlags.SYN | TcpFlags.ACK | TcpFlags.RST | TcpFlags.FIN);
      answer.add(new Effect.Set(Fields.TCP_FLAGS, TcpFlags.SYN | TcpFlags.ACK));
    } else if (kernel) {
      opens = Pred.is(Fields.ICMP_TYPE, 8);
      answer.add(new Effect.Set(Fields.ICMP_TYPE, 0));
      answer.add(new Effect.Copy(Fields.LENGTH, Fields.ASKED_LENGTH));
    }
    Pred taken =
        Pred.and(
            Pred.is(Fields.PHASE, 0),
            Pred.is(Fields.PROTO, service.protocol().number()),
            opens,
            service.listens());
    List<Effect> remember =
        List.of(
            new Effect.Set(Fields.PEER_HOST, number),
            new Effect.Copy(Fields.PEER_SRC, Fields.SRC),
            new Effect.Copy(Fields.PEER_DST, Fields.DST),
            new Effect.Copy(Fields.PEER_SPORT, Fields.SPORT),
            new Effect.Copy(Fields.PEER_DPORT, Fields.DPORT));
    Next end = new Next.End(new Fate(Fate.Outcome.ACCEPTED, name, ""));
    Next spawn = new Next.Spawn(List.of(new Next.Fork(answer, reply.start())), end);
    return new Branch(taken, remember, spawn, Optional.of(service.why()));
  }

  static Pred flags(long value, long mask) {
    return new Pred.Masked(Fields.TCP_FLAGS, value, mask);
  }
}
