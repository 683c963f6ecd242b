package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * A packet that will leave by the interface by which it came: its sender could have sent it to the
 * next hop itself, if both are on the link.
 *
 * <p>kernel: net/ipv4/route.c __mkroute_input(), net/ipv4/fib_frontend.c __fib_validate_source()
 */
record TurningBack(Incoming incoming, Interface iface) {

  /** Whether anybody is told of such packets. */
  boolean matters() {
    Sysctls sysctls = incoming.walk().model().sysctls();
    return !incoming.turnedBack().isEmpty()
        && sysctls.either("send_redirects", iface.name())
        && (sysctls.forwards(iface.name())
            || IncomingPacket.routesBroadcasts(incoming.walk().model(), iface));
  }

  Pred happens() {
    return matters() ? Pred.is(incoming.out(), incoming.walk().numberOf(iface.name())) : Pred.FALSE;
  }

  /**
   * The way back to the source, which was found, leads to the source itself and not to a gateway.
   *
   * <p>kernel: net/ipv4/fib_frontend.c __fib_validate_source() nhc_scope
   */
  Branch told(Pred returned, Label next) {
    List<Effect> effects = new ArrayList<>(incoming.turnedBack());
    effects.add(new Effect.Clear(RouteLookup.RESULTS));
    Pred near = Pred.is(Fields.ROUTE_VIA, 0);
    Pred told = Pred.and(happens(), returned, near, together());
    return HostWalk.when(told, next, effects.toArray(Effect[]::new));
  }

  /** kernel: IN_DEV_SHARED_MEDIA(), inet_addr_onlink() */
  private Pred together() {
    if (incoming.walk().model().sysctls().either("shared_media", iface.name())) {
      return Pred.TRUE;
    }
    Pred direct = Pred.same(Fields.NEXTHOP, incoming.dst());
    return Pred.or(
        iface.addresses().stream()
            .filter(a -> a.prefix().family() == Family.IPV4)
            .map(a -> a.subnet())
            .map(p -> Pred.and(in(incoming.src(), p), Pred.or(direct, in(Fields.NEXTHOP, p))))
            .toList());
  }

  private static Pred in(Field field, Prefix subnet) {
    return Pred.prefix(field, subnet.first().low(), subnet.length());
  }

  /**
   * The best way back is another one; whether there is one by the interface is asked too.
   *
   * @param keys of the first question
   */
  Branch asideOf(Pred found, List<Effect> keys, Label answer, Label next) {
    HostWalk walk = incoming.walk();
    Pred unicast = Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number());
    walk.graph()
        .branches(
            answer,
            told(unicast, next),
            HostWalk.pass(next, new Effect.Clear(RouteLookup.RESULTS)));
    List<Effect> all = new ArrayList<>(keys);
    all.add(new Effect.Set(Fields.KEY_OIF, walk.numberOf(iface.name())));
    return new Branch(
        Pred.and(happens(), found), all, new Next.Call(walk.at("fib"), answer), Optional.empty());
  }
}
