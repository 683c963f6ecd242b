package org.hookline.path;

import java.util.List;
import java.util.Optional;
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
            new Branch(
                new Pred.InRange(Fields.TTL, 0, 1),
                List.of(),
                Answers.icmpError(walk, new Answers.Icmp(11, 0), false, fate),
                Optional.of(new Why("forward", "time to live exceeded", Origin.NONE))),
            HostWalk.pass(next, new Effect.Decrement(Fields.TTL)));
    return label;
  }
}
