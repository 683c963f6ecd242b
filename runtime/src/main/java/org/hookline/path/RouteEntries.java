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
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.SourceChoice;
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
  /** Draws of a multipath hash are one byte, shared out by weight. */
  private static final int HASHES = 256;

  private final HostWalk walk;
  private final Label label;
  private final Suppression suppress;
  private int multipath = 0;

  /**
   * @param suppress which results do not count
   */
  RouteEntries(HostWalk walk, Label label, Suppression suppress) {
    this.walk = walk;
    this.label = label;
    this.suppress = suppress;
  }

  /**
   * @param routes in the order in which they are to be tried
   */
  void build(String table, List<Route> routes) {
    List<Branch> branches = new ArrayList<>();
    for (Route route : routes) {
      if (route.destination().family() == Family.IPV4 && usable(route)) {
        branches.add(entry(table, route));
      }
    }
    branches.add(new Branch(Pred.TRUE, List.of(), new Next.Return(), Optional.empty()));
    walk.graph().branches(label, branches);
  }

  /** Routes over interfaces that are down or missing are not in the kernel's table. */
  private boolean usable(Route route) {
    return route.hops().stream()
        .allMatch(h -> walk.model().iface(h.dev()).map(Interface::up).orElse(false));
  }

  private Branch entry(String table, Route route) {
    int length = route.destination().length();
    List<Pred> fits = new ArrayList<>();
    fits.add(Pred.prefix(Fields.KEY_DST, route.destination().first().low(), length));
    if (route.tos() != 0) {
      fits.add(Pred.is(Fields.KEY_TOS, route.tos()));
    }
    if (!route.hops().isEmpty()) {
      List<Pred> devices = new ArrayList<>(List.of(Pred.is(Fields.KEY_OIF, 0)));
      route.hops().forEach(h -> devices.add(Pred.is(Fields.KEY_OIF, walk.numberOf(h.dev()))));
      fits.add(Pred.or(devices));
    }
    Why why = new Why("table " + table, route.text(), route.origin());
    boolean none = route.type() == RouteType.THROW || (delivers(route) && suppressed(route));
    if (none) {
      return new Branch(Pred.and(fits), List.of(), new Next.Return(), Optional.empty());
    }
    if (route.hops().size() > 1) {
      return new Branch(Pred.and(fits), List.of(), new Next.Goto(hash(route)), Optional.of(why));
    }
    return new Branch(Pred.and(fits), results(route, 0), new Next.Return(), Optional.of(why));
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

  private List<Effect> results(Route route, int hop) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Set(Fields.ROUTE_TYPE, route.type().number()));
    if (!route.hops().isEmpty()) {
      NextHop next = route.hops().get(hop);
      effects.add(new Effect.Set(Fields.ROUTE_DEV, walk.numberOf(next.dev())));
      effects.add(
          next.gateway()
              .map(g -> (Effect) new Effect.Set(Fields.ROUTE_GATEWAY, g.low()))
              .orElse(new Effect.Copy(Fields.ROUTE_GATEWAY, Fields.KEY_DST)));
      boolean mirrored = route.type() == RouteType.LOCAL && route.source().isEmpty();
      effects.add(
          mirrored
              ? new Effect.Copy(Fields.ROUTE_SOURCE, Fields.KEY_DST)
              : new Effect.Set(Fields.ROUTE_SOURCE, source(route, next)));
    }
    return effects;
  }

  private long source(Route route, NextHop hop) {
    Optional<Address> preferred = route.source();
    return preferred
        .or(() -> new SourceChoice(walk.interfaces()).of(hop.dev(), hop.gateway(), route.scope()))
        .map(Address::low)
        .orElse(0L);
  }

  /** kernel: net/ipv4/fib_semantics.c fib_select_multipath() */
  private Label hash(Route route) {
    multipath++;
    Label step = walk.graph().label(label.name() + "/multipath/" + multipath);
    walk.choosingFor(step.name());
    Choice choice = walk.choice("hash", Choice.Kind.KERNEL, Choice.Span.CONNECTION, 8);
    int total = route.hops().stream().mapToInt(NextHop::weight).sum();
    List<Branch> branches = new ArrayList<>();
    int sum = 0;
    for (int i = 0; i < route.hops().size(); i++) {
      int low = sum * HASHES / total;
      sum += route.hops().get(i).weight();
      Pred drawn = new Pred.Chosen(choice, low, sum * HASHES / total - 1L);
      boolean last = i == route.hops().size() - 1;
      List<Effect> effects = new ArrayList<>(results(route, i));
      effects.add(new Effect.Set(Fields.ROUTE_MULTIPATH, multipathNumber(route)));
      Why why = new Why("multipath", "nexthop" + route.hops().get(i), route.origin());
      branches.add(
          new Branch(last ? Pred.TRUE : drawn, effects, new Next.Return(), Optional.of(why)));
    }
    walk.graph().branches(step, branches);
    return step;
  }

  /** Number of a multipath route among those of the host, from 1. */
  private int multipathNumber(Route route) {
    return multipathRoutes(walk).indexOf(route) + 1;
  }

  static List<Route> multipathRoutes(HostWalk walk) {
    return walk.model().tables().stream()
        .flatMap(t -> t.routes().stream())
        .filter(r -> r.hops().size() > 1)
        .toList();
  }
}
