package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.ir.Branch;
import org.hookline.ir.Choice;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.Suppression;
import org.hookline.packet.Fields;

/**
 * The entries of one routing table as a step: the first that fits is the longest prefix, the best
 * tos, the lowest metric.
 *
 * <p>kernel: net/ipv4/fib_trie.c fib_table_lookup()
 */
final class RouteEntries {
  private final HostWalk walk;
  private final Label label;
  private final Suppression suppress;
  private final LiveHops alive;
  private int multipath = 0;
  private int equal = 0;
  private List<TableOrder.Entry> all = List.of();

  /**
   * @param suppress which results do not count
   */
  RouteEntries(HostWalk walk, Label label, Suppression suppress) {
    this.walk = walk;
    this.label = label;
    this.suppress = suppress;
    this.alive = new LiveHops(walk.model());
  }

  /**
   * @param entries in the order in which they are to be tried
   */
  void build(List<TableOrder.Entry> entries) {
    all = entries;
    List<Branch> branches = new ArrayList<>();
    for (TableOrder.Entry entry : entries) {
      Route route = entry.route();
      if (route.destination().family() == Family.IPV4 && alive.usable(route)) {
        branches.add(entry(entry));
      }
    }
    branches.add(new Branch(Pred.TRUE, List.of(), new Next.Return(), Optional.empty()));
    walk.graph().branches(label, branches);
  }

  private Branch entry(TableOrder.Entry entry) {
    Route route = entry.route();
    List<NextHop> hops = alive.of(route);
    int length = route.destination().length();
    List<Pred> fits = new ArrayList<>();
    fits.add(Pred.prefix(Fields.KEY_DST, route.destination().first().low(), length));
    if (route.tos() != 0) {
      fits.add(PolicySelector.tos(route.tos()));
    }
    if (!hops.isEmpty()) {
      List<Pred> devices = new ArrayList<>(List.of(Pred.is(Fields.KEY_OIF, 0)));
      hops.forEach(h -> devices.add(Pred.is(Fields.KEY_OIF, walk.numberOf(h.dev()))));
      fits.add(Pred.or(devices));
    }
    Why why = new Why("table " + entry.table(), route.text(), route.origin());
    boolean none = route.type() == RouteType.THROW || (delivers(route) && suppressed(route));
    if (none) {
      return new Branch(Pred.and(fits), List.of(), new Next.Return(), Optional.empty());
    }
    if (route.hops().size() > 1) {
      return new Branch(Pred.and(fits), List.of(), new Next.Goto(hops(route)), Optional.of(why));
    }
    List<Route> defaults = defaults(entry);
    if (defaults.size() > 1) {
      return new Branch(
          Pred.and(fits), List.of(), new Next.Goto(oneOf(defaults)), Optional.of(why));
    }
    return new Branch(
        Pred.and(fits),
        results(route, hops.stream().findFirst()),
        new Next.Return(),
        Optional.of(why));
  }

  private List<Route> defaults(TableOrder.Entry entry) {
    return entry.route().destination().length() == 0 && entry.route().type() == RouteType.UNICAST
        ? new EqualDefaults(walk.model()).of(all, entry)
        : List.of();
  }

  /**
   * The step that chooses one of several default routes, for what this host sends and no socket has
   * bound to a device.
   *
   * <p>kernel: net/ipv4/fib_semantics.c fib_select_path()
   */
  private Label oneOf(List<Route> defaults) {
    equal++;
    Label step = walk.graph().label(label.name() + "/defaults/" + equal);
    walk.choosingFor(step.name());
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(defaults.size() - 1);
    Choice choice = walk.choice("gateway that lives", Choice.Kind.KERNEL, Choice.Span.PACKET, bits);
    Pred sends = Pred.not(Pred.is(Fields.KEY_PURPOSE, 0));
    Pred chooses = Pred.and(sends, Pred.is(Fields.KEY_OIF, 0));
    List<Branch> branches = new ArrayList<>();
    for (int i = 1; i < defaults.size(); i++) {
      Route route = defaults.get(i);
      Pred drawn = Pred.and(chooses, new Pred.Chosen(choice, i, i));
      Why why = new Why("default", route.text(), route.origin());
      branches.add(
          new Branch(
              drawn,
              results(route, route.hops().stream().findFirst()),
              new Next.Return(),
              Optional.of(why)));
    }
    Route first = defaults.get(0);
    branches.add(
        new Branch(
            Pred.TRUE,
            results(first, first.hops().stream().findFirst()),
            new Next.Return(),
            Optional.empty()));
    walk.graph().branches(step, branches);
    return step;
  }

  /**
   * Of several next hops the first one's interface counts.
   *
   * <p>kernel: net/ipv4/fib_rules.c fib4_rule_suppress()
   */
  private boolean suppressed(Route route) {
    OptionalInt shortest = suppress.prefixLength();
    OptionalInt group = suppress.group();
    return (shortest.isPresent() && route.destination().length() <= shortest.getAsInt())
        || (group.isPresent() && groupOf(route.hops().get(0).dev()) == group.getAsInt());
  }

  private int groupOf(String dev) {
    return walk.model().iface(dev).map(i -> i.settings().group()).orElse(0);
  }

  /** Errors are no results, so they are not suppressed (kernel: fib_rules_lookup()). */
  private static boolean delivers(Route route) {
    return !route.hops().isEmpty();
  }

  private List<Effect> results(Route route, Optional<NextHop> hop) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Set(Fields.ROUTE_TYPE, route.type().number()));
    if (hop.isPresent()) {
      NextHop next = hop.get();
      effects.add(new Effect.Set(Fields.ROUTE_DEV, walk.numberOf(next.dev())));
      Optional<Address> gateway = next.gateway().filter(g -> !walk.model().endsAt(next));
      effects.add(
          gateway
              .map(g -> (Effect) new Effect.Set(Fields.ROUTE_GATEWAY, g.low()))
              .orElse(new Effect.Copy(Fields.ROUTE_GATEWAY, Fields.KEY_DST)));
      effects.add(new Effect.Set(Fields.ROUTE_VIA, gateway.isPresent() ? 1 : 0));
      boolean mirrored = route.type() == RouteType.LOCAL && route.source().isEmpty();
      effects.add(
          mirrored
              ? new Effect.Copy(Fields.ROUTE_SOURCE, Fields.KEY_DST)
              : new Effect.Set(Fields.ROUTE_SOURCE, source(route, next)));
    }
    return effects;
  }

  private long source(Route route, NextHop hop) {
    return route.source().map(Address::low).orElseGet(() -> chosen(route, hop));
  }

  /** What the kernel chooses, whatever the route prefers. */
  private long chosen(Route route, NextHop hop) {
    return walk.sources().of(hop.dev(), hop.gateway(), route.scope()).map(Address::low).orElse(0L);
  }

  /** The step that chooses one of several next hops, of which some may be dead. */
  private Label hops(Route route) {
    multipath++;
    Label step = walk.graph().label(label.name() + "/multipath/" + multipath);
    List<Multipath.Way> ways = new ArrayList<>();
    int below = 0;
    for (NextHop hop : alive.of(route)) {
      List<Effect> results = results(route, Optional.of(hop));
      ways.add(new Multipath.Way(hop, below, chosen(route, hop), results));
      below += hop.weight();
    }
    new Multipath(walk, route, ways, step).build(step);
    return step;
  }
}
