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
  private static final int ADDRESS_MASK = 17;

  List<Branch> branches() {
    Fate refused = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "");
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred udp = Pred.is(Fields.PROTO, Protocol.UDP.number());
    Pred icmp = Pred.is(Fields.PROTO, Protocol.ICMP.number());
    Pred toMany = Pred.is(Fields.TO_MANY, 1);
    long reset = TcpFlags.RST;
    Optional<Why> nobody = Optional.of(new Why("socket", "nobody listens", Origin.NONE));
    Next answer =
        Answers.reset(
            walk.model().sysctls(), walk.at("answer"), walk.forgetForReply(), Answers.ECN, refused);
    Next port = Answers.portUnreachable(walk, refused);
    Fate unknown = new Fate(Fate.Outcome.REFUSED, walk.model().name(), "IP_NOPROTO");
    Why everybody = new Why("socket", "ICMP to everybody is ignored", Origin.NONE);
    Next protocol = Answers.icmpError(walk, new Answers.Icmp(3, 2), unknown);
    return List.of(
        walk.drop(ignored(icmp), "INVALID_PROTO", everybody),
        // no reset answers a packet to everybody (tcp_v4_send_reset(), rt_type)
        new Branch(Pred.and(toMany, tcp), List.of(), socket.stray("NO_SOCKET"), nobody),
        new Branch(toMany, List.of(), socket.stray(""), Optional.empty()),
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

  /**
   * Of ICMP to everybody only address masks are looked at.
   *
   * <p>kernel: net/ipv4/icmp.c icmp_rcv() with icmp_echo_ignore_broadcasts = 1
   */
  private static Pred ignored(Pred icmp) {
    Pred masks = new Pred.InRange(Fields.ICMP_TYPE, ADDRESS_MASK, ADDRESS_MASK + 1);
    return Pred.and(Pred.is(Fields.TO_MANY, 1), icmp, Pred.not(masks));
  }
}
