package org.hookline.path;

import java.util.ArrayList;
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
 * goes on. What follows from the same address comes too soon for a second one.
 *
 * <p>kernel: net/ipv4/ip_forward.c ip_forward(), net/ipv4/route.c ip_rt_send_redirect(),
 * inet_getpeer_v4(), ip_rt_redirect_load
 */
public final class Redirection {
  private static final String STEP = "/redirect";

  /** ICMP_REDIRECT; who gets one does not fail for it (kernel: tcp_v4_err(), __udp4_lib_err()). */
  static final int TYPE = 5;

  /** So many addresses are told apart: the ends of a flow, and what NAT makes of them. */
  private static final int SOURCES = 4;

  private Redirection() {}

  /** Whether this step decides on a redirect. */
  public static boolean decides(Label label) {
    return label.name().endsWith(STEP);
  }

  /** Tells the sender; the packet goes on. */
  static Label tell(HostWalk walk, String name, Label next) {
    if (walk.interfaces().stream()
        .noneMatch(iface -> new TurningBack(new IncomingPacket(walk), iface).matters())) {
      return next;
    }
    Label label = walk.at(name + STEP);
    List<Field> told = new ArrayList<>();
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < SOURCES; i++) {
      String field = "redirect." + walk.host() + "." + i;
      told.add(walk.graph().field(field, Fields.SRC.width(), Scope.GHOST));
    }
    for (Field free : told) {
      branches.add(first(walk, next, told, free));
    }
    branches.add(HostWalk.pass(next, forget()));
    walk.graph().branches(label, branches);
    return label;
  }

  private static Effect forget() {
    return new Effect.Clear(List.of(Fields.REDIRECT));
  }

  private static Branch first(HostWalk walk, Label next, List<Field> told, Field free) {
    Pred again = Pred.or(told.stream().map(f -> Pred.same(Fields.SRC, f)).toList());
    Pred fresh =
        Pred.and(Pred.is(Fields.REDIRECT, 1), Answers.allowed(), Pred.is(free, 0), Pred.not(again));
    Why why = new Why("redirect", "the sender is told of a better way", Origin.NONE);
    return new Branch(
        fresh,
        List.of(new Effect.Copy(free, Fields.SRC), forget()),
        Answers.redirect(walk, next),
        Optional.of(why));
  }
}
