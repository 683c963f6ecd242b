package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Close;
import org.hookline.kernel.Behaviours;
import org.hookline.model.rule.Hook;
import org.hookline.model.rule.RejectWith;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;

/**
 * What REJECT answers.
 *
 * <p>kernel: net/ipv4/netfilter/ipt_REJECT.c reject_tg(), nf_reject_ipv4.c nf_send_reset()
 */
final class Rejection {
  /** kernel: net/ipv4/netfilter/nf_reject_ipv4.c nf_reject_iphdr_put() */
  private static final int TOS = 0xff;

  private final HostWalk walk;
  private final Fate fate;

  private Rejection(HostWalk walk) {
    this.walk = walk;
    this.fate = new Fate(Fate.Outcome.DROPPED, walk.model().name(), "NETFILTER_DROP");
  }

  /**
   * Ends the packet in hand, and answers its sender. In PREROUTING the packet has no route yet, and
   * gets the one back to its sender: so the error comes from the address of that way, even if the
   * packet was for this host (kernel: nf_reject_ipv4.c nf_reject_fill_skb_dst()).
   */
  static Next at(Hook hook, HostWalk walk, RejectWith type) {
    Rejection rejection = new Rejection(walk);
    if (type == RejectWith.TCP_RESET) {
      return rejection.reset(hook);
    }
    Answers.Icmp error = new Answers.Icmp(3, type.code());
    return Answers.rejection(walk, error, rejection.fate, hook != Hook.PREROUTING);
  }

  private Next reset(Hook hook) {
    boolean own = hook == Hook.OUTPUT && walk.model().kernel().has(Behaviours.REJECT_BY_SOCKET);
    Label label = walk.at(own ? "reject/reset/own" : "reject/reset");
    if (walk.firstUse(label)) {
      Pred answerable =
          Pred.and(
              Pred.is(Fields.PROTO, Protocol.TCP.number()),
              new Pred.Masked(Fields.TCP_FLAGS, 0, TcpFlags.RST),
              Pred.is(Fields.TO_MANY, 0));
      Attached attached = new Attached(walk);
      walk.graph()
          .branches(
              label,
              new Branch(Pred.not(answerable), List.of(), new Next.End(fate), Optional.empty()),
              new Branch(
                  attached.possible(),
                  closing(),
                  Answers.reset(
                      walk.model().sysctls(),
                      attached.before(route()),
                      but(attached.forgotten(), own),
                      TOS,
                      fate),
                  Optional.empty()),
              new Branch(
                  Pred.TRUE,
                  List.of(),
                  Answers.reset(
                      walk.model().sysctls(),
                      route(),
                      but(walk.forgottenByReply(), own),
                      TOS,
                      fate),
                  Optional.empty()));
    }
    return new Next.Goto(label);
  }

  /**
   * What a reset does not keep of the packet in hand. It leaves by the device that the socket of a
   * packet of this host is bound to.
   */
  private static Effect but(List<Field> forgotten, boolean own) {
    return new Effect.Clear(
        forgotten.stream().filter(f -> !own || !f.equals(Fields.BOUND_DEV)).toList());
  }

  private List<Effect> closing() {
    return walk.tracks() && walk.model().kernel().has(Behaviours.RESET_CLOSES_CONNECTION)
        ? List.of(new Close(walk.host()))
        : List.of();
  }

  /**
   * The reset's route knows its addresses, mark and tos, but neither protocol nor ports; its source
   * need not be an address of this host.
   *
   * <p>kernel: ip_route_me_harder() with RTN_UNSPEC
   */
  private Label route() {
    Label label = walk.at("reject/route");
    if (walk.firstUse(label)) {
      Label found = walk.at("reject/route/found");
      walk.graph()
          .branches(
              label,
              new Branch(
                  Pred.TRUE,
                  Keys.ofReroute(walk.numberOf("lo"), walk.model().kernel()),
                  new Next.Call(walk.at("fib"), found),
                  Optional.empty()));
      new OutputRoute(walk, errno -> errno).judge("reject/route/found", walk.at("output"), false);
    }
    return label;
  }
}
