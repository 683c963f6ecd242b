package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Host;
import org.hookline.model.iface.Interface;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/** A packet behind PREROUTING. */
record IncomingPacket(HostWalk walk) implements Incoming {

  @Override
  public String name() {
    return "route";
  }

  @Override
  public Field src() {
    return Fields.SRC;
  }

  @Override
  public Field dst() {
    return Fields.DST;
  }

  @Override
  public Field out() {
    return Fields.OIF;
  }

  @Override
  public Pred by(Interface iface) {
    return Pred.is(Fields.IIF, walk.numberOf(iface.name()));
  }

  /** A packet on loopback, or to everybody, keeps the route that its sender attached. */
  @Override
  public List<Branch> atOnce(Label input) {
    Pred loopback = Pred.is(Fields.IIF, walk.numberOf("lo"));
    return List.of(HostWalk.when(Pred.or(loopback, Pred.is(Fields.TO_MANY, 1)), input));
  }

  @Override
  public List<Effect> keys() {
    return Keys.ofArriving();
  }

  @Override
  public List<Effect> sourceKeys(Effect own, Effect iif, boolean marked) {
    boolean dissected = PolicySelector.dissects(walk.model());
    return Keys.ofSource(own, iif, marked, dissected);
  }

  @Override
  public List<Effect> attach() {
    return List.of(
        new Effect.Copy(Fields.OIF, Fields.ROUTE_DEV),
        new Effect.Copy(Fields.DST_DEV, Fields.ROUTE_DEV),
        new Effect.Copy(Fields.NEXTHOP, Fields.ROUTE_GATEWAY),
        new Effect.Clear(RouteLookup.RESULTS));
  }

  @Override
  public List<Effect> forMany() {
    return List.of(new Effect.Set(Fields.TO_MANY, 1));
  }

  @Override
  public Pred routedToMany() {
    return Pred.or(
        walk.interfaces().stream()
            .filter(iface -> routesBroadcasts(walk.model(), iface))
            .map(this::by)
            .toList());
  }

  /** Whether what comes in by an interface is forwarded to everybody on another link. */
  static boolean routesBroadcasts(Host host, Interface iface) {
    return host.kernel().has(Behaviours.BROADCAST_FORWARDING)
        && host.sysctls().both("bc_forwarding", iface.name());
  }

  @Override
  public List<Effect> turnedBack() {
    return List.of(new Effect.Set(Fields.REDIRECT, 1));
  }

  @Override
  public Branch refused(Pred when, String reason, Why why) {
    return walk.drop(when, reason, why);
  }

  /** kernel: net/ipv4/route.c ip_error() */
  @Override
  public Branch unreachable(Pred when, int code, String reason, Why why) {
    Fate fate = new Fate(Fate.Outcome.DROPPED, walk.model().name(), reason);
    return new Branch(
        when,
        List.of(new Effect.Clear(RouteLookup.RESULTS)),
        Answers.unroutable(walk, new Answers.Icmp(3, code), fate),
        Optional.of(why));
  }
}
