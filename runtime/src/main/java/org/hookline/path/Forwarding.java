package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/** What happens to transit before the FORWARD hook. */
final class Forwarding {
  private Forwarding() {}

  /** kernel: net/ipv4/ip_forward.c ip_forward() */
  static Label timeToLive(HostWalk walk, String name, Label next) {
    Label label = walk.at(name + "/ttl");
    Fate fate = new Fate(Fate.Outcome.DROPPED, walk.model().name(), "IP_INHDR");
    walk.graph()
        .branches(
            label,
            walk.drop(
                Pred.not(Pred.is(Fields.FRAME_TYPE, 0)),
                "NOT_SPECIFIED",
                new Why("forward", "the frame was for everybody", Origin.NONE)),
            walk.drop(
                claimed(walk),
                "NOT_SPECIFIED",
                new Why("forward", "a socket of this host has claimed it", Origin.NONE)),
            new Branch(
                new Pred.InRange(Fields.TTL, 0, 1),
                List.of(),
                Answers.icmpError(walk, new Answers.Icmp(11, 0), fate),
                Optional.of(new Why("forward", "time to live exceeded", Origin.NONE))),
            HostWalk.pass(next, new Effect.Decrement(Fields.TTL)));
    return label;
  }

  /**
   * Early demultiplexing has found a connected socket of this host: such a packet is not forwarded,
   * whatever the tables say.
   *
   * <p>kernel: tcp_v4_early_demux(), udp_v4_early_demux(), then skb->sk in ip_forward()
   */
  private static Pred claimed(HostWalk walk) {
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred udp = Pred.is(Fields.PROTO, Protocol.UDP.number());
    Pred bound = Pred.or(Pred.is(Fields.FLOW_DEV, 0), Pred.same(Fields.IIF, Fields.FLOW_DEV));
    Pred originator =
        Pred.and(
            Pred.is(Fields.FLOW_ORIGIN, walk.host()),
            Pred.or(tcp, Pred.and(udp, Pred.is(Fields.FLOW_TAKES, 0))),
            bound,
            Pred.same(Fields.PROTO, Fields.FLOW_PROTO),
            Pred.same(Fields.SRC, Fields.FLOW_DST),
            Pred.same(Fields.DST, Fields.FLOW_SRC),
            Pred.same(Fields.SPORT, Fields.FLOW_DPORT),
            Pred.same(Fields.DPORT, Fields.FLOW_SPORT));
    Pred accepted =
        Pred.and(
            Pred.is(Fields.PEER_HOST, walk.host()),
            tcp,
            Pred.same(Fields.SRC, Fields.PEER_SRC),
            Pred.same(Fields.DST, Fields.PEER_DST),
            Pred.same(Fields.SPORT, Fields.PEER_SPORT),
            Pred.same(Fields.DPORT, Fields.PEER_DPORT));
    return Pred.or(originator, accepted);
  }
}
