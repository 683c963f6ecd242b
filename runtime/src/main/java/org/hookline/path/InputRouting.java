package org.hookline.path;

import static org.hookline.path.SourceCheck.Destination.ANOTHER_HOST;
import static org.hookline.path.SourceCheck.Destination.EVERYBODY;
import static org.hookline.path.SourceCheck.Destination.THIS_HOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.kernel.Behaviours;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * The routing decision for a packet that came in.
 *
 * <p>kernel: net/ipv4/route.c ip_route_input_slow()
 */
final class InputRouting {
  private final HostWalk walk;

  private InputRouting(HostWalk walk) {
    this.walk = walk;
  }

  static Label build(HostWalk walk, Label input, Label forward) {
    return new InputRouting(walk).entry(input, forward);
  }

  private Label entry(Label input, Label forward) {
    Label lookup = walk.at("route/lookup");
    walk.graph()
        .branches(
            lookup,
            new Branch(
                Pred.TRUE,
                Keys.ofArriving(),
                new Next.Call(walk.at("fib"), walk.at("route/found")),
                Optional.empty()));
    Label entry = walk.at("route");
    List<Branch> branches = new ArrayList<>();
    // A packet on loopback keeps the route that its sender attached.
    branches.add(HostWalk.when(Pred.is(Fields.IIF, walk.numberOf("lo")), input));
    Label everybody = new SourceCheck(walk, EVERYBODY).before("route/everybody", input);
    branches.addAll(everybody(input, everybody));
    branches.addAll(martians());
    branches.add(HostWalk.pass(lookup));
    walk.graph().branches(entry, branches);
    found(input, everybody, forward);
    return entry;
  }

  /**
   * Limited broadcast, and multicast, of which every host has joined the group of all hosts only.
   *
   * <p>kernel: net/ipv4/route.c ip_route_input_rcu(), ip_mc_validate_source(),
   * ip_route_input_slow()
   */
  private List<Branch> everybody(Label input, Label checked) {
    Pred allHosts = Pred.is(Fields.DST, Prefix.parse("224.0.0.1").address().low());
    Pred limited = Pred.is(Fields.DST, 0xffffffffL);
    Pred nobody = in(Fields.SRC, nobody());
    Pred unset = Pred.and(Pred.is(Fields.SRC, 0), Pred.is(Fields.DST, 0));
    Effect flag = new Effect.Set(Fields.TO_MANY, 1);
    Why joined = new Why("multicast", "this host has not joined the group", Origin.NONE);
    return List.of(
        walk.drop(
            Pred.and(in(Fields.DST, "224.0.0.0/4"), Pred.not(allHosts)), "NOT_SPECIFIED", joined),
        martian(Pred.is(Fields.SRC, 0xffffffffL), "IP_INVALID_SOURCE", "the source is broadcast"),
        martian(in(Fields.SRC, "224.0.0.0/4"), "IP_INVALID_SOURCE", "the source is multicast"),
        HostWalk.when(Pred.and(Pred.or(limited, allHosts), nobody), input, flag),
        HostWalk.when(unset, input, flag),
        HostWalk.when(limited, checked, flag),
        loopbackSource(allHosts),
        HostWalk.when(allHosts, checked, flag));
  }

  /** kernel: include/linux/in.h ipv4_is_zeronet() */
  private String nobody() {
    boolean one = walk.model().kernel().has(Behaviours.ZERO_NETWORK_IS_UNICAST);
    return one ? "0.0.0.0/32" : "0.0.0.0/8";
  }

  private Branch loopbackSource(Pred when) {
    return martian(
        Pred.and(when, in(Fields.SRC, "127.0.0.0/8"), Pred.not(guestAllowed())),
        "IP_LOCALNET",
        "the source is a loopback address");
  }

  private Pred guestAllowed() {
    return anyOf(i -> walk.routesLoopback(i.name()));
  }

  /** Addresses that no packet on a wire may have. */
  private List<Branch> martians() {
    String nobody = nobody();
    return List.of(
        martian(in(Fields.SRC, nobody), "IP_INVALID_SOURCE", "the source is in " + nobody),
        martian(in(Fields.DST, nobody), "IP_INVALID_DEST", "the destination is in " + nobody),
        martian(
            Pred.and(in(Fields.DST, "127.0.0.0/8"), Pred.not(guestAllowed())),
            "IP_LOCALNET",
            "the destination is a loopback address"),
        loopbackSource(Pred.TRUE));
  }

  private Branch martian(Pred when, String reason, String text) {
    return walk.drop(when, reason, new Why("martian", text, Origin.NONE));
  }

  private static Pred in(Field field, String prefix) {
    Prefix parsed = Prefix.parse(prefix);
    return Pred.prefix(field, parsed.address().low(), parsed.length());
  }

  private Pred anyOf(java.util.function.Predicate<Interface> interfaces) {
    return Pred.or(
        walk.interfaces().stream()
            .filter(interfaces)
            .map(i -> Pred.is(Fields.IIF, walk.numberOf(i.name())))
            .toList());
  }

  private void found(Label input, Label everybody, Label forward) {
    Effect[] attach = {
      new Effect.Copy(Fields.OIF, Fields.ROUTE_DEV),
      new Effect.Copy(Fields.DST_DEV, Fields.ROUTE_DEV),
      new Effect.Copy(Fields.NEXTHOP, Fields.ROUTE_GATEWAY),
      new Effect.Clear(RouteLookup.RESULTS)
    };
    Effect forget = new Effect.Clear(RouteLookup.RESULTS);
    Label local = new SourceCheck(walk, THIS_HOST).before("route/local", input);
    Label transit = new SourceCheck(walk, ANOTHER_HOST).before("route/transit", forward);
    Pred forwards = anyOf(i -> walk.model().sysctls().forwards(i.name()));
    Effect many = new Effect.Set(Fields.TO_MANY, 1);
    List<Branch> branches = new ArrayList<>();
    branches.add(HostWalk.when(type(RouteType.LOCAL.number()), local, forget));
    branches.add(HostWalk.when(type(RouteType.BROADCAST.number()), everybody, forget, many));
    branches.add(
        walk.drop(
            Pred.not(forwards),
            "IP_INADDRERRORS",
            new Why(
                "forwarding",
                "off for the interface it came in by",
                walk.sysctl("net.ipv4.ip_forward"))));
    branches.add(HostWalk.when(type(RouteType.UNICAST.number()), transit, attach));
    branches.add(
        walk.drop(
            type(RouteType.BLACKHOLE.number()),
            "NOT_SPECIFIED",
            new Why("route", "blackhole", Origin.NONE)));
    branches.add(unreachable(RouteType.UNREACHABLE.number(), 1, "NOT_SPECIFIED"));
    branches.add(unreachable(RouteType.PROHIBIT.number(), 13, "NOT_SPECIFIED"));
    branches.add(unreachable(RouteLookup.RULE_UNREACHABLE, 0, "IP_INNOROUTES"));
    branches.add(unreachable(0, 0, "IP_INNOROUTES"));
    branches.add(new Branch(Pred.TRUE, List.of(), walk.dropped("route type"), Optional.empty()));
    walk.graph().branches(walk.at("route/found"), branches);
  }

  private static Pred type(int number) {
    return Pred.is(Fields.ROUTE_TYPE, number);
  }

  /** kernel: net/ipv4/route.c ip_error() */
  private Branch unreachable(int type, int code, String reason) {
    Fate fate = new Fate(Fate.Outcome.DROPPED, walk.model().name(), reason);
    Why why =
        new Why("route", type == 0 ? "no route" : "answered with ICMP 3/" + code, Origin.NONE);
    return new Branch(
        type(type),
        List.of(new Effect.Clear(RouteLookup.RESULTS)),
        Answers.unroutable(walk, new Answers.Icmp(3, code), fate),
        Optional.of(why));
  }
}
