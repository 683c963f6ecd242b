package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.Port;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * What leaves a port for everybody on its link. Nobody asks for an Ethernet address, which is the
 * device's broadcast address.
 *
 * <p>kernel: net/ipv4/arp.c arp_constructor(), net/ipv4/ip_output.c ip_mc_output()
 */
record Broadcasts(HostWalk walk, Port from, List<Wires.Station> others) {
  private static final Effect FRAME = new Effect.Set(Fields.FRAME_TYPE, 1);

  private static final Why HEARD =
      new Why("neighbour", "everybody on the link hears it", Origin.NONE);

  /** Every station hears it; the packet itself reaches the first, copies reach the others. */
  List<Branch> branches() {
    Pred meant = meant(walk);
    if (meant.equals(Pred.FALSE)) {
      return List.of();
    }
    if (others.isEmpty()) {
      Fate fate = new Fate(Fate.Outcome.STRAY, from.host(), "");
      return List.of(new Branch(meant, List.of(), new Next.End(fate), Optional.of(HEARD)));
    }
    List<Next.Fork> copies = new ArrayList<>();
    for (int i = 1; i < others.size(); i++) {
      Label label = at("everybody/" + i);
      walk.graph().branches(label, others.get(i).arrive(Pred.TRUE, from, List.of(), FRAME));
      copies.add(new Next.Fork(List.of(), label));
    }
    Label first = at("everybody");
    walk.graph().branches(first, others.get(0).arrive(Pred.TRUE, from, List.of(), FRAME));
    Next next = new Next.Goto(first);
    return List.of(
        new Branch(
            meant,
            List.of(),
            copies.isEmpty() ? next : new Next.Spawn(copies, next),
            Optional.of(HEARD)));
  }

  private Label at(String name) {
    return walk.at("neighbour/" + from.iface() + "/" + name);
  }

  /**
   * Whether the next hop is everybody on a link, of whatever interface.
   *
   * <p>kernel: net/ipv4/arp.c arp_constructor(), inet_addr_type_dev_table()
   */
  static Pred meant(HostWalk walk) {
    List<Pred> addresses = new ArrayList<>();
    walk.model().table("local").stream()
        .flatMap(table -> table.routes().stream())
        .filter(r -> r.type() == RouteType.BROADCAST)
        .filter(r -> r.destination().family() == Family.IPV4)
        .map(Route::destination)
        .forEach(d -> addresses.add(Pred.prefix(Fields.NEXTHOP, d.first().low(), d.length())));
    return Pred.or(addresses);
  }

  /** The copy for the host itself, with the route that its sender attached. */
  static Branch comesBack(HostWalk walk) {
    return new Branch(
        Pred.is(Fields.TO_MANY, 1),
        List.of(
            new Effect.Copy(Fields.IIF, Fields.DST_DEV),
            new Effect.Clear(List.of(Fields.OIF, Fields.DST_DEV, Fields.NEXTHOP)),
            FRAME),
        new Next.Cross(walk.at("prerouting")),
        Optional.of(new Why("wire", "a copy for the host itself", Origin.NONE)));
  }
}
