package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
import org.hookline.addr.Protocol;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.route.RouteType;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * How packets of this host find their way out: the route, and the source address where the sender
 * left it open.
 *
 * <p>kernel: net/ipv4/route.c ip_route_output_key_hash_rcu()
 */
final class OutputRouting {
  private final HostWalk walk;
  private final Label output;

  private OutputRouting(HostWalk walk) {
    this.walk = walk;
    this.output = walk.at("output");
  }

  static void build(HostWalk walk, Label postrouting) {
    OutputRouting routing = new OutputRouting(walk);
    routing.open();
    routing.answer();
    routing.send();
    routing.query();
    // OUTPUT's chains see the first device even after a reroute; POSTROUTING sees the new one.
    walk.graph()
        .branches(
            walk.at("postrouting/attached"),
            HostWalk.pass(postrouting, new Effect.Copy(Fields.OIF, Fields.DST_DEV)));
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
            new Effect.Set(Fields.FLOW_ORIGIN, walk.host()));
    Label unbound = lookup("open/unbound");
    Label start = walk.at("open");
    walk.graph()
        .branches(
            start,
            new Branch(Pred.is(Fields.SRC, 0), socket, new Next.Goto(unbound), Optional.empty()),
            new Branch(own(), socket, new Next.Goto(walk.at("send")), Optional.empty()),
            never("cannot bind: not an address of this host"));
    walk.graph().branches(walk.at("connect"), HostWalk.pass(start, new Effect.Set(Fields.SRC, 0)));
    Effect source = new Effect.Copy(Fields.SRC, Fields.ROUTE_SOURCE);
    Effect remember = new Effect.Copy(Fields.FLOW_SRC, Fields.ROUTE_SOURCE);
    Pred tcp = Pred.is(Fields.PROTO, Protocol.TCP.number());
    Effect forget = new Effect.Clear(RouteLookup.RESULTS);
    List<Branch> chosen = new ArrayList<>();
    chosen.addAll(errors());
    // connect() asks a second time with the address it chose (ip_route_connect()).
    chosen.add(HostWalk.when(tcp, walk.at("send"), source, remember, forget));
    List<Effect> effects = new ArrayList<>(List.of(source, remember));
    effects.addAll(attach(Fields.ROUTE_DEV));
    chosen.add(
        HostWalk.when(
            Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number()),
            output,
            effects.toArray(Effect[]::new)));
    chosen.add(HostWalk.pass(output, local(source, remember)));
    walk.graph().branches(walk.at("open/unbound/found"), chosen);
  }

  private Branch never(String reason) {
    Fate fate = new Fate(Fate.Outcome.NEVER_SENT, walk.model().name(), reason);
    return new Branch(Pred.TRUE, List.of(), new Next.End(fate), Optional.empty());
  }

  private Pred own() {
    return Pred.or(
        walk.interfaces().stream()
            .flatMap(i -> i.addresses().stream())
            .map(a -> a.prefix().address())
            .filter(a -> a.family() == Family.IPV4)
            .map(a -> Pred.is(Fields.SRC, a.low()))
            .toList());
  }

  /** A step that asks the rules; the answer is judged at {@code name/found}. */
  private Label lookup(String name) {
    Label label = walk.at(name);
    walk.graph()
        .branches(
            label,
            new Branch(
                Pred.TRUE,
                Keys.ofLocal(walk.numberOf("lo")),
                new Next.Call(walk.at("fib"), walk.at(name + "/found")),
                Optional.empty()));
    return label;
  }

  /** Where the kernel sends answers of its own; SRC may be 0. */
  private void answer() {
    Label select = lookup("answer/select");
    walk.graph()
        .branches(
            walk.at("answer"),
            HostWalk.when(Pred.is(Fields.SRC, 0), select),
            HostWalk.pass(walk.at("send")));
    Effect source = new Effect.Copy(Fields.SRC, Fields.ROUTE_SOURCE);
    List<Effect> effects = new ArrayList<>(List.of(source));
    effects.addAll(attach(Fields.ROUTE_DEV));
    List<Branch> found = new ArrayList<>(errors());
    found.add(
        HostWalk.when(
            Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number()),
            output,
            effects.toArray(Effect[]::new)));
    found.add(HostWalk.pass(output, local(source)));
    walk.graph().branches(walk.at("answer/select/found"), found);
  }

  /** Where packets with a source are sent. */
  private void send() {
    lookup("send");
    List<Branch> found = new ArrayList<>(errors());
    found.add(
        HostWalk.when(
            Pred.is(Fields.ROUTE_TYPE, RouteType.UNICAST.number()),
            output,
            attach(Fields.ROUTE_DEV).toArray(Effect[]::new)));
    found.add(HostWalk.pass(output, local()));
    walk.graph().branches(walk.at("send/found"), found);
  }

  /** Attaches the found route. */
  static List<Effect> attach(org.hookline.packet.Field device) {
    return List.of(
        new Effect.Copy(Fields.OIF, device),
        new Effect.Copy(Fields.DST_DEV, device),
        new Effect.Copy(Fields.NEXTHOP, Fields.ROUTE_GATEWAY),
        new Effect.Clear(RouteLookup.RESULTS));
  }

  /** A destination of this host is reached over loopback. */
  private Effect[] local(Effect... before) {
    int loopback = walk.numberOf("lo");
    List<Effect> effects = new ArrayList<>(List.of(before));
    effects.add(new Effect.Set(Fields.OIF, loopback));
    effects.add(new Effect.Set(Fields.DST_DEV, loopback));
    effects.add(new Effect.Copy(Fields.NEXTHOP, Fields.DST));
    effects.add(new Effect.Clear(RouteLookup.RESULTS));
    return effects.toArray(Effect[]::new);
  }

  /** Results that send nothing, with the sender's errno. */
  private List<Branch> errors() {
    return List.of(
        error(0, "ENETUNREACH", "no route"),
        error(RouteType.BLACKHOLE.number(), "EINVAL", "blackhole"),
        error(RouteType.UNREACHABLE.number(), "EHOSTUNREACH", "unreachable"),
        error(RouteType.PROHIBIT.number(), "EACCES", "prohibit"),
        error(RouteLookup.RULE_UNREACHABLE, "ENETUNREACH", "unreachable by a rule"),
        error(RouteType.BROADCAST.number(), "EACCES", "broadcast without SO_BROADCAST"));
  }

  private Branch error(int type, String errno, String text) {
    return walk.drop(Pred.is(Fields.ROUTE_TYPE, type), errno, new Why("route", text, Origin.NONE));
  }

  /** {@code ip route get}: keys in the registers, results left in the registers. */
  private void query() {
    Label asked = walk.at("query/found");
    Fate fate = new Fate(Fate.Outcome.STRAY, walk.model().name(), "query");
    walk.graph()
        .branches(asked, new Branch(Pred.TRUE, List.of(), new Next.End(fate), Optional.empty()));
    walk.graph()
        .branches(
            walk.at("query"),
            new Branch(
                Pred.TRUE, List.of(), new Next.Call(walk.at("fib"), asked), Optional.empty()));
  }
}
