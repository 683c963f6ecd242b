package org.hookline.path;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Fate;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
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
            new Effect.Copy(Fields.FLOW_TTL, Fields.TTL),
            new Effect.Copy(Fields.FLOW_DEV, Fields.BOUND_DEV),
            new Effect.Set(Fields.FLOW_ORIGIN, walk.host()),
            new Effect.Set(Fields.OWNED, 1));
    Label unbound = lookup("open/unbound");
    Label start = walk.at("open");
    Fate never =
        new Fate(
            Fate.Outcome.NEVER_SENT,
            walk.model().name(),
            "cannot bind: not an address of this host");
    walk.graph()
        .branches(
            start,
            new Branch(Pred.is(Fields.SRC, 0), socket, new Next.Goto(unbound), Optional.empty()),
            new Branch(
                OwnAddresses.in(Fields.SRC, walk.model()),
                socket,
                new Next.Goto(walk.at("send")),
                Optional.empty()),
            new Branch(Pred.TRUE, List.of(), new Next.End(never), Optional.empty()));
    walk.graph().branches(walk.at("connect"), HostWalk.pass(start, new Effect.Set(Fields.SRC, 0)));
    Effect remember = new Effect.Copy(Fields.FLOW_SRC, Fields.SRC);
    // connect() asks a second time with the address it chose (ip_route_connect()).
    Label chosen = walk.at("open/chosen");
    Pred connects = Pred.is(Fields.FLOW_TAKES, 0);
    walk.graph()
        .branches(
            chosen,
            HostWalk.when(connects, walk.at("send"), remember, new Effect.Clear(ATTACHED)),
            HostWalk.pass(walk.at("output"), remember));
    route.judge("open/unbound/found", chosen, true);
  }

  private static final List<org.hookline.packet.Field> ATTACHED =
      List.of(Fields.OIF, Fields.DST_DEV, Fields.NEXTHOP);

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
