package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.source.Origin;

/**
 * What a Linux host says of packets that no socket takes.
 *
 * <p>kernel: tcp_v4_rcv() no_tcp_socket, __udp4_lib_rcv(), ip_protocol_deliver_rcu()
 */
record ClosedPorts(HostWalk walk, Socket socket) {
  private static final int ECHO = 8;
  private static final int TIMESTAMP = 13;

  List<Branch> branches() {
    Fate refused = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "");
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred udp = Pred.is(Fields.PROTO, Protocol.UDP.number());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    long reset = TcpFlags.RST;
    Optional<Why> nobody = Optional.of(new Why("socket", "nobody listens", Origin.NONE));
    Next answer = Answers.reset(walk.at("answer"), walk.forgetForReply(), refused);
    Next port = Answers.icmpError(walk, new Answers.Icmp(3, 3), refused);
    Fate unknown = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "IP_NOPROTO");
    Why everybody = new Why("socket", "echo requests to everybody are ignored", Origin.NONE);
    Next protocol = Answers.icmpError(walk, new Answers.Icmp(3, 2), unknown);
    return List.of(
        walk.drop(ignored(icmp), "INVALID_PROTO", everybody),
        new Branch(Pred.is(Fields.TO_MANY, 1), List.of(), socket.stray(""), Optional.empty()),
        new Branch(
            Pred.and(tcp, Socket.flags(reset, reset)),
            List.of(),
            socket.stray("NO_SOCKET"),
            nobody),
        new Branch(tcp, List.of(), answer, nobody),
        new Branch(udp, List.of(), port, nobody),
        new Branch(Pred.not(icmp), List.of(), protocol, nobody),
        new Branch(Pred.TRUE, List.of(), socket.stray(""), Optional.empty()));
  }

  /** kernel: net/ipv4/icmp.c icmp_rcv() with icmp_echo_ignore_broadcasts = 1 */
  private static Pred ignored(Pred icmp) {
    Pred asks = Pred.or(Pred.is(Fields.ICMP_TYPE, ECHO), Pred.is(Fields.ICMP_TYPE, TIMESTAMP));
    return Pred.and(Pred.is(Fields.TO_MANY, 1), icmp, asks);
  }
}
