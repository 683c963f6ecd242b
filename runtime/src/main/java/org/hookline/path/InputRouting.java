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
  private final Incoming incoming;
  private final HostWalk walk;
  private final Ends ends;

  /**
   * Where those go that are let in.
   *
   * @param input to this host
   * @param many to everybody on a link
   * @param forward to another host
   */
  record Ends(Label input, Label many, Label forward) {}

  private InputRouting(Incoming incoming, Ends ends) {
    this.incoming = incoming;
    this.walk = incoming.walk();
    this.ends = ends;
  }

  static Label build(Incoming incoming, Ends ends) {
    return new InputRouting(incoming, ends).entry();
  }

  private Label at(String name) {
    return walk.at(incoming.name() + "/" + name);
  }

  private Label checked(SourceCheck.Destination destination, String name, Label next) {
    return new SourceCheck(incoming, destination).before(incoming.name() + "/" + name, next);
  }

  private Label entry() {
    Label lookup = at("lookup");
    walk.graph()
        .branches(
            lookup,
            new Branch(
                Pred.TRUE,
                incoming.keys(),
                new Next.Call(walk.at("fib"), at("found")),
                Optional.empty()));
    Label entry = walk.at(incoming.name());
    List<Branch> branches = new ArrayList<>(incoming.atOnce(ends.input()));
    Label everybody = checked(EVERYBODY, "everybody", ends.many());
    branches.addAll(everybody(everybody));
    branches.addAll(martians());
    branches.add(HostWalk.pass(lookup));
    walk.graph().branches(entry, branches);
    found(everybody);
    return entry;
  }

  /**
   * Limited broadcast, and multicast, of which every host has joined the group of all hosts only.
   *
   * <p>kernel: net/ipv4/route.c ip_route_input_rcu(), ip_mc_validate_source(),
   * ip_route_input_slow()
   */
  private List<Branch> everybody(Label checked) {
    Field src = incoming.src();
    Field dst = incoming.dst();
    Pred allHosts = Pred.is(dst, Prefix.parse("224.0.0.1").address().low());
    Pred limited = Pred.is(dst, 0xffffffffL);
    Pred nobody = in(src, nobody());
    Pred unset = Pred.and(Pred.is(src, 0), Pred.is(dst, 0));
    Effect[] flag = incoming.forMany().toArray(Effect[]::new);
    Why joined = new Why("multicast", "this host has not joined the group", Origin.NONE);
    return List.of(
        incoming.refused(
            Pred.and(in(dst, "224.0.0.0/4"), Pred.not(allHosts)), "NOT_SPECIFIED", joined),
        martian(Pred.is(src, 0xffffffffL), "IP_INVALID_SOURCE", "the source is broadcast"),
        martian(in(src, "224.0.0.0/4"), "IP_INVALID_SOURCE", "the source is multicast"),
        HostWalk.when(Pred.and(Pred.or(limited, allHosts), nobody), ends.many(), flag),
        HostWalk.when(unset, ends.many(), flag),
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
        Pred.and(when, in(incoming.src(), "127.0.0.0/8"), Pred.not(guestAllowed())),
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
        martian(in(incoming.src(), nobody), "IP_INVALID_SOURCE", "the source is in " + nobody),
        martian(in(incoming.dst(), nobody), "IP_INVALID_DEST", "the destination is in " + nobody),
        martian(
            Pred.and(in(incoming.dst(), "127.0.0.0/8"), Pred.not(guestAllowed())),
            "IP_LOCALNET",
            "the destination is a loopback address"),
        loopbackSource(Pred.TRUE));
  }

  private Branch martian(Pred when, String reason, String text) {
    return incoming.refused(when, reason, new Why("martian", text, Origin.NONE));
  }

  private static Pred in(Field field, String prefix) {
    Prefix parsed = Prefix.parse(prefix);
    return Pred.prefix(field, parsed.address().low(), parsed.length());
  }

  private Pred anyOf(java.util.function.Predicate<Interface> interfaces) {
    return Pred.or(walk.interfaces().stream().filter(interfaces).map(incoming::by).toList());
  }

  private void found(Label everybody) {
    Effect[] attach = incoming.attach().toArray(Effect[]::new);
    Effect forget = new Effect.Clear(RouteLookup.RESULTS);
    Label local = checked(THIS_HOST, "local", ends.input());
    Label transit = checked(ANOTHER_HOST, "transit", ends.forward());
    Pred forwards = anyOf(i -> walk.model().sysctls().forwards(i.name()));
    List<Effect> many = new ArrayList<>(List.of(forget));
    many.addAll(incoming.forMany());
    List<Branch> branches = new ArrayList<>();
    branches.add(HostWalk.when(type(RouteType.LOCAL.number()), local, forget));
    Pred broadcast = type(RouteType.BROADCAST.number());
    Pred routed = Pred.and(broadcast, incoming.routedToMany());
    if (!routed.equals(Pred.FALSE)) {
      Why why = new Why("route", "a broadcast that is forwarded", Origin.NONE);
      branches.add(HostWalk.when(routed, why, transit, attach));
    }
    branches.add(HostWalk.when(broadcast, everybody, many.toArray(Effect[]::new)));
    branches.add(
        incoming.refused(
            Pred.not(forwards),
            "IP_INADDRERRORS",
            new Why(
                "forwarding",
                "off for the interface it came in by",
                walk.sysctl("net.ipv4.ip_forward"))));
    branches.add(HostWalk.when(type(RouteType.UNICAST.number()), transit, attach));
    branches.add(
        incoming.refused(
            type(RouteType.BLACKHOLE.number()),
            "NOT_SPECIFIED",
            new Why("route", "blackhole", Origin.NONE)));
    branches.add(unreachable(RouteType.UNREACHABLE.number(), 1, "NOT_SPECIFIED"));
    branches.add(unreachable(RouteType.PROHIBIT.number(), 13, "NOT_SPECIFIED"));
    branches.add(unreachable(RouteLookup.RULE_UNREACHABLE, 0, "IP_INNOROUTES"));
    branches.add(unreachable(0, 0, "IP_INNOROUTES"));
    branches.add(new Branch(Pred.TRUE, List.of(), walk.dropped("route type"), Optional.empty()));
    walk.graph().branches(at("found"), branches);
  }

  private static Pred type(int number) {
    return Pred.is(Fields.ROUTE_TYPE, number);
  }

  /** kernel: net/ipv4/route.c ip_error() */
  private Branch unreachable(int type, int code, String reason) {
    String text = type == 0 ? "no route" : "answered with ICMP 3/" + code;
    return incoming.unreachable(type(type), code, reason, new Why("route", text, Origin.NONE));
  }
}
