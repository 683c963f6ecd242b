package org.hookline.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * How packets of this host find their way out: the route, and the source address where the sender
 * left it open.
 *
 * <p>kernel: net/ipv4/route.c ip_route_output_key_hash_rcu()
 */
final class OutputRouting {
  private static final Pred UNBOUND = Pred.is(Fields.BOUND_DEV, 0);

  private final HostWalk walk;
  private final OutputRoute route;

  private OutputRouting(HostWalk walk) {
    this.walk = walk;
    this.route = new OutputRoute(walk, errno -> errno);
  }

  static void build(HostWalk walk, Label postrouting) {
    OutputRouting routing = new OutputRouting(walk);
    routing.open();
    routing.answer();
    routing.send();
    routing.query();
    routing.attached(postrouting);
  }

  /**
   * OUTPUT's chains see the first device even after a reroute; POSTROUTING sees the new one. What
   * goes to everybody comes back as a copy, from behind POSTROUTING.
   *
   * <p>kernel: net/ipv4/ip_output.c ip_mc_output(), dev_loopback_xmit()
   */
  private void attached(Label postrouting) {
    Label original = walk.at("postrouting/original");
    Next.Fork copy = new Next.Fork(List.of(), postrouting);
    Effect device = new Effect.Copy(Fields.OIF, Fields.DST_DEV);
    walk.graph()
        .branches(
            walk.at("postrouting/attached"),
            new Branch(
                Pred.is(Fields.TO_MANY, 1),
                List.of(device),
                new Next.Spawn(List.of(copy), new Next.Goto(original)),
                Optional.of(new Why("route", "a copy comes back", Origin.NONE))),
            HostWalk.pass(postrouting, device));
    walk.graph().branches(original, HostWalk.pass(postrouting, new Effect.Set(Fields.TO_MANY, 0)));
  }

  /** Where a socket sends its first packet; SRC is its bound address, or 0. */
  private void open() {
    List<Effect> socket =
        List.of(
            new Effect.Copy(Fields.FLOW_DST, Fields.DST),
            new Effect.Copy(Fields.FLOW_SRC, Fields.SRC),
            new Effect.Copy(Fields.FLOW_PROTO, Fields.PROTO),
            new Effect.Copy(Fields.FLOW_DPORT, Fields.DPORT),
            new Effect.Copy(Fields.FLOW_SPORT, Fields.SPORT),
            new Effect.Copy(Fields.FLOW_MARK, Fields.MARK),
            new Effect.Copy(Fields.FLOW_TTL, Fields.TTL),
            new Effect.Copy(Fields.FLOW_DEV, Fields.BOUND_DEV),
            new Effect.Set(Fields.FLOW_ORIGIN, walk.host()),
            new Effect.Set(Fields.OWNED, 1));
    Pred connects = Pred.is(Fields.FLOW_TAKES, 0);
    int loopback = walk.numberOf("lo");
    String name = "open/unbound";
    Label unbound =
        lookup(
            name,
            asks(name, connects, Keys.ofConnecting(loopback)),
            asks(name, Pred.TRUE, Keys.ofLocal(loopback)));
    Label start = walk.at("open");
    Fate never =
        new Fate(
            Fate.Outcome.NEVER_SENT,
            walk.model().name(),
            "cannot bind: not an address of this host");
    walk.graph()
        .branches(
            start,
            new Branch(
                Pred.is(Fields.SRC, 0), open(socket), new Next.Goto(unbound), Optional.empty()),
            new Branch(bindable(), socket, new Next.Goto(walk.at("send")), Optional.empty()),
            new Branch(Pred.TRUE, List.of(), new Next.End(never), Optional.empty()));
    walk.graph().branches(walk.at("connect"), HostWalk.pass(start, new Effect.Set(Fields.SRC, 0)));
    Effect remember = new Effect.Copy(Fields.FLOW_SRC, Fields.SRC);
    // connect() asks a second time with the address it chose (ip_route_connect()).
    Label chosen = walk.at("open/chosen");
    walk.graph()
        .branches(
            chosen,
            HostWalk.when(connects, walk.at("send"), remember, new Effect.Clear(ATTACHED)),
            HostWalk.pass(walk.at("output"), remember));
    route.judge("open/unbound/found", chosen, true);
  }

  /** kernel: include/net/inet_sock.h inet_addr_valid_or_nonlocal() */
  private Pred bindable() {
    boolean any = walk.model().sysctls().number("net.ipv4.ip_nonlocal_bind") != 0;
    return any ? Pred.TRUE : Addresses.in(Fields.SRC, Bindable.of(walk.model()));
  }

  /** A patched kernel knows later that the socket has no address of its own. */
  private List<Effect> open(List<Effect> socket) {
    if (!SourceAgain.patched(walk)) {
      return socket;
    }
    List<Effect> effects = new ArrayList<>(socket);
    effects.add(new Effect.Set(Fields.FLOW_CHOSEN, 1));
    return effects;
  }

  private static final List<org.hookline.packet.Field> ATTACHED =
      List.of(Fields.OIF, Fields.DST_DEV, Fields.NEXTHOP);

  /** A step that asks the rules; the answer is judged at {@code name/found}. */
  private Label lookup(String name) {
    return lookup(name, asks(name, Pred.TRUE, Keys.ofLocal(walk.numberOf("lo"))));
  }

  private Branch asks(String name, Pred when, List<Effect> keys) {
    Next call = new Next.Call(walk.at("fib"), walk.at(name + "/found"));
    return new Branch(when, keys, call, Optional.empty());
  }

  private Label lookup(String name, Branch... asks) {
    Label label = walk.at(name);
    List<Branch> branches = new ArrayList<>();
    for (Interface iface : walk.interfaces()) {
      if (!iface.up()) {
        Pred bound = Pred.is(Fields.BOUND_DEV, walk.numberOf(iface.name()));
        Why why = new Why("route", "the device of the socket is down", iface.origin());
        branches.add(walk.drop(bound, "ENETUNREACH", why));
      }
    }
    branches.addAll(toEverybody(walk.at(name + "/found")));
    branches.addAll(List.of(asks));
    walk.graph().branches(label, branches);
    return label;
  }

  /**
   * A packet to everybody leaves by the device of its socket, else by that of its source, whatever
   * the rules say. Of several that have the source it is the latest; a source that table local has
   * as a whole is of the device there.
   *
   * <p>kernel: net/ipv4/devinet.c __ip_dev_find()
   */
  private List<Branch> toEverybody(Label found) {
    List<Branch> branches = new ArrayList<>();
    List<Interface> latest = new ArrayList<>(walk.interfaces());
    Collections.reverse(latest);
    for (Interface iface : latest) {
      long number = walk.numberOf(iface.name());
      List<Pred> own = new ArrayList<>();
      iface.addresses().stream()
          .map(a -> a.prefix().address())
          .filter(a -> a.family() == Family.IPV4)
          .forEach(a -> own.add(Pred.is(Fields.SRC, a.low())));
      Pred bound = Pred.is(Fields.BOUND_DEV, number);
      branches.add(toEverybody(Pred.or(bound, Pred.and(UNBOUND, Pred.or(own))), iface, found));
    }
    LiveHops alive = new LiveHops(walk.model());
    List<Route> locals =
        TableOrder.of(walk.model(), "local").stream().map(TableOrder.Entry::route).toList();
    for (Route local : locals.stream().filter(alive::usable).toList()) {
      walk.model()
          .iface(local.hops().isEmpty() ? "" : local.hops().get(0).dev())
          .ifPresent(
              iface -> branches.add(toEverybody(Pred.and(UNBOUND, holds(local)), iface, found)));
    }
    return branches;
  }

  private static Pred holds(Route local) {
    boolean here =
        local.type() == RouteType.LOCAL
            && local.tos() == 0
            && local.destination().family() == Family.IPV4;
    int length = local.destination().length();
    return here ? Pred.prefix(Fields.SRC, local.destination().first().low(), length) : Pred.FALSE;
  }

  private Branch toEverybody(Pred leaves, Interface iface, Label found) {
    long source =
        walk.sources().first(iface.name(), AddressScope.LINK).map(Address::low).orElse(0L);
    return HostWalk.when(
        Pred.and(Pred.is(Fields.DST, 0xffffffffL), leaves),
        found,
        new Effect.Set(Fields.ROUTE_TYPE, RouteType.BROADCAST.number()),
        new Effect.Set(Fields.ROUTE_DEV, walk.numberOf(iface.name())),
        new Effect.Set(Fields.ROUTE_SOURCE, source));
  }

  /** Where the kernel sends answers of its own; SRC may be 0. */
  private void answer() {
    Label select = lookup("answer/select");
    walk.graph()
        .branches(
            walk.at("answer"),
            HostWalk.when(Pred.is(Fields.SRC, 0), select),
            HostWalk.pass(walk.at("send")));
    route.judge("answer/select/found", walk.at("output"), true);
  }

  /** Where packets with a source are sent; it must be an address of this host. */
  private void send() {
    Label ask = lookup("send/ask");
    Pred own = OwnAddresses.in(Fields.SRC, walk.model());
    Why why = new Why("route", "the source is not an address of this host", Origin.NONE);
    walk.graph()
        .branches(
            walk.at("send"), HostWalk.when(own, ask), walk.drop(Pred.TRUE, "ENETUNREACH", why));
    route.judge("send/ask/found", walk.at("output"), false);
  }

  /** {@code ip route get}: like a socket's lookup, and nothing is sent. */
  private void query() {
    Label done = walk.at("query/done");
    Fate fate = new Fate(Fate.Outcome.STRAY, walk.model().name(), "query");
    walk.graph()
        .branches(done, new Branch(Pred.TRUE, List.of(), new Next.End(fate), Optional.empty()));
    OutputRoute judge = new OutputRoute(walk, errno -> errno, false);
    Why why = new Why("route", "the source is not an address of this host", Origin.NONE);
    walk.graph()
        .branches(
            walk.at("query"),
            HostWalk.when(Pred.is(Fields.SRC, 0), queries("query/open")),
            HostWalk.when(OwnAddresses.in(Fields.SRC, walk.model()), queries("query/bound")),
            walk.drop(Pred.TRUE, "ENETUNREACH", why));
    judge.judge("query/open/found", done, true);
    judge.judge("query/bound/found", done, false);
  }

  private Label queries(String name) {
    return lookup(name, asks(name, Pred.TRUE, Keys.ofQuery(walk.numberOf("lo"))));
  }
}
