package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.Scope;
import org.hookline.source.Origin;

/**
 * ICMP redirects: the sender of a packet that turns back is told of the next hop, before the packet
 * goes on. What follows in the same direction comes too soon for a second one.
 *
 * <p>kernel: net/ipv4/ip_forward.c ip_forward(), net/ipv4/route.c ip_rt_send_redirect(),
 * ip_rt_redirect_load
 */
public final class Redirection {
  private static final String STAGE = "redirect";

  /** ICMP_REDIRECT; who gets one does not fail for it (kernel: tcp_v4_err(), __udp4_lib_err()). */
  static final int TYPE = 5;

  /** The lowest bit of {@link Fields#PHASE} tells who sent the packet. */
  private static final int ANSWERS = 1;

  private Redirection() {}

  /** Whether a branch sends a redirect, which leaves before the packet that it is about. */
  public static boolean tells(Why why) {
    return why.stage().equals(STAGE);
  }

  /** Tells the sender; the packet goes on. */
  static Label tell(HostWalk walk, String name, Label next) {
    if (walk.interfaces().stream()
        .noneMatch(iface -> new TurningBack(new IncomingPacket(walk), iface).matters())) {
      return next;
    }
    Label label = walk.at(name + "/redirect");
    walk.graph()
        .branches(
            label, first(walk, next, 0), first(walk, next, ANSWERS), HostWalk.pass(next, forget()));
    return label;
  }

  private static Effect forget() {
    return new Effect.Clear(List.of(Fields.REDIRECT));
  }

  private static Branch first(HostWalk walk, Label next, int sender) {
    Field told = walk.graph().field("redirect." + walk.host() + "." + sender, 1, Scope.GHOST);
    Pred fresh =
        Pred.and(
            Pred.is(Fields.REDIRECT, 1),
            Answers.allowed(),
            new Pred.Masked(Fields.PHASE, sender, ANSWERS),
            Pred.is(told, 0));
    Why why = new Why(STAGE, "the sender is told of a better way", Origin.NONE);
    return new Branch(
        fresh,
        List.of(new Effect.Set(told, 1), forget()),
        Answers.redirect(walk, next),
        Optional.of(why));
  }
}
