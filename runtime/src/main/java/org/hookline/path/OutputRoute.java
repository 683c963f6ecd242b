package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hookline.addr.Address;
import org.hookline.addr.Prefix;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * What a host makes of the answer to a route lookup for a packet of its own.
 *
 * <p>kernel: net/ipv4/route.c ip_route_output_key_hash_rcu(), __mkroute_output()
 */
final class OutputRoute {
  private static final Prefix LOOPBACK = Prefix.parse("127.0.0.0/8");

  private final HostWalk walk;
  private final UnaryOperator<String> reason;
  private final boolean forSockets;

  /**
   * The first route of a packet.
   *
   * @param reason why a packet ends that cannot be sent, by the sender's errno
   */
  OutputRoute(HostWalk walk, UnaryOperator<String> reason) {
    this(walk, reason, true);
  }

  /**
   * @param forSockets whether a socket that sends to everybody is asked for SO_BROADCAST
   */
  OutputRoute(HostWalk walk, UnaryOperator<String> reason, boolean forSockets) {
    this.walk = walk;
    this.reason = reason;
    this.forSockets = forSockets;
  }

  /**
   * Builds the step that judges the {@code route.*} registers.
   *
   * @param chooses whether the source address is open, and the route's is taken
   */
  void judge(String name, Label next, boolean chooses) {
    List<Branch> branches = new ArrayList<>();
    Field source = chooses ? Fields.ROUTE_SOURCE : Fields.SRC;
    branches.add(loopbackSource(Pred.and(assumed(), loopback(Fields.SRC)), Fields.BOUND_DEV));
    branches.addAll(assumedOnLink(next, chooses));
    branches.addAll(errors());
    Pred leaves = Pred.or(type(RouteType.UNICAST.number()), type(RouteType.BROADCAST.number()));
    branches.add(loopbackSource(Pred.and(leaves, loopback(source)), Fields.ROUTE_DEV));
    branches.addAll(toMany(next, chooses));
    Pred unicast = Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number());
    Pred loopback = Pred.is(Fields.ROUTE_DEV, walk.numberOf("lo"));
    branches.add(
        HostWalk.when(Pred.and(unicast, Pred.not(loopback)), next, effects(chooses, attach())));
    branches.add(HostWalk.pass(next, effects(chooses, local())));
    walk.graph().branches(walk.at(name), branches);
  }

  private static Effect[] effects(boolean chooses, List<Effect> more) {
    List<Effect> effects = new ArrayList<>();
    if (chooses) {
      effects.add(new Effect.Copy(Fields.SRC, Fields.ROUTE_SOURCE));
    }
    effects.addAll(more);
    effects.add(new Effect.Clear(RouteLookup.RESULTS));
    return effects.toArray(Effect[]::new);
  }

  private List<Effect> attach() {
    return List.of(
        new Effect.Copy(Fields.OIF, Fields.ROUTE_DEV),
        new Effect.Copy(Fields.DST_DEV, Fields.ROUTE_DEV),
        new Effect.Copy(Fields.NEXTHOP, Fields.ROUTE_GATEWAY));
  }

  /** A destination of this host is reached over loopback, and so is a route that leads there. */
  private List<Effect> local() {
    int loopback = walk.numberOf("lo");
    return List.of(
        new Effect.Copy(Fields.LOCAL_DEV, Fields.ROUTE_DEV),
        new Effect.Set(Fields.OIF, loopback),
        new Effect.Set(Fields.DST_DEV, loopback),
        new Effect.Copy(Fields.NEXTHOP, Fields.DST));
  }

  /**
   * "Apparently, routing tables are wrong. Assume, that the destination is on link": a socket that
   * is bound to a device sends there whatever the tables say.
   */
  private List<Branch> assumedOnLink(Label next, boolean chooses) {
    Why why = new Why("route", "none: the device is assumed to reach it", Origin.NONE);
    List<Branch> branches = new ArrayList<>();
    for (Interface iface : walk.interfaces()) {
      long number = walk.numberOf(iface.name());
      Pred here = Pred.and(Pred.is(Fields.BOUND_DEV, number), assumed());
      List<Effect> effects = new ArrayList<>();
      if (chooses) {
        Optional<Address> chosen = walk.sources().first(iface.name(), AddressScope.LINK);
        if (chosen.filter(Address::isLoopback).isPresent()) {
          branches.add(loopbackSource(here, Fields.BOUND_DEV));
        }
        long source = chosen.map(Address::low).orElse(0L);
        effects.add(new Effect.Set(Fields.SRC, source));
      }
      effects.add(new Effect.Set(Fields.OIF, number));
      effects.add(new Effect.Set(Fields.DST_DEV, number));
      effects.add(new Effect.Copy(Fields.NEXTHOP, Fields.DST));
      effects.add(new Effect.Clear(RouteLookup.RESULTS));
      branches.add(HostWalk.when(here, why, next, effects.toArray(Effect[]::new)));
    }
    return branches;
  }

  private Pred assumed() {
    Pred failed =
        Pred.or(
            type(0),
            type(RouteType.BLACKHOLE.number()),
            type(RouteType.UNREACHABLE.number()),
            type(RouteType.PROHIBIT.number()),
            type(RouteLookup.RULE_UNREACHABLE));
    return Pred.and(failed, Pred.not(Pred.is(Fields.BOUND_DEV, 0)));
  }

  /** A loopback address does not leave the host, unless the device lets it. */
  private Branch loopbackSource(Pred guest, Field device) {
    List<Pred> kept = new ArrayList<>();
    kept.add(Pred.is(device, walk.numberOf("lo")));
    for (Interface iface : walk.interfaces()) {
      if (walk.routesLoopback(iface.name())) {
        kept.add(Pred.is(device, walk.numberOf(iface.name())));
      }
    }
    Pred leaves = Pred.and(guest, Pred.not(Pred.or(kept)));
    return error(leaves, "EINVAL", "a loopback address does not leave the host");
  }

  private static Pred loopback(Field source) {
    return Pred.prefix(source, LOOPBACK.address().low(), LOOPBACK.length());
  }

  /** Results that send nothing, with the sender's errno. */
  private List<Branch> errors() {
    return List.of(
        error(type(0), "ENETUNREACH", "no route"),
        error(type(RouteType.BLACKHOLE.number()), "EINVAL", "blackhole"),
        error(type(RouteType.UNREACHABLE.number()), "EHOSTUNREACH", "unreachable"),
        error(type(RouteType.PROHIBIT.number()), "EACCES", "prohibit"),
        error(type(RouteLookup.RULE_UNREACHABLE), "ENETUNREACH", "unreachable by a rule"));
  }

  /**
   * Broadcast goes out on the link whatever the gateway. Only sockets are asked for SO_BROADCAST,
   * and only for their first route; not the kernel, which answers whoever it was.
   *
   * <p>kernel: net/ipv4/route.c __mkroute_output(), net/ipv4/udp.c udp_sendmsg(),
   * net/ipv4/netfilter.c ip_route_me_harder()
   */
  private List<Branch> toMany(Label next, boolean chooses) {
    Pred limited = Pred.is(Fields.DST, 0xffffffffL);
    Pred broadcast = Pred.or(type(RouteType.BROADCAST.number()), limited);
    List<Effect> out = new ArrayList<>(attach());
    out.add(new Effect.Copy(Fields.NEXTHOP, Fields.DST));
    out.add(new Effect.Set(Fields.TO_MANY, 1));
    Why why = new Why("route", "broadcast", Origin.NONE);
    if (!forSockets) {
      return List.of(HostWalk.when(broadcast, why, next, effects(chooses, out)));
    }
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Pred answers = Pred.and(tcp, Pred.not(Pred.is(Fields.PHASE, 0)));
    Pred kernels = Pred.or(Pred.is(Fields.OWNED, 0), answers);
    return List.of(
        HostWalk.when(Pred.and(broadcast, kernels), why, next, effects(chooses, out)),
        error(Pred.and(broadcast, tcp), "ENETUNREACH", "nobody connects to a broadcast address"),
        error(broadcast, "EACCES", "broadcast without SO_BROADCAST"));
  }

  private static Pred type(int number) {
    return Pred.is(Fields.ROUTE_TYPE, number);
  }

  private Branch error(Pred when, String errno, String text) {
    return walk.drop(when, reason.apply(errno), new Why("route", text, Origin.NONE));
  }
}
