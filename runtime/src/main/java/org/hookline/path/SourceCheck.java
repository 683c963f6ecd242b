package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.Next;
import org.hookline.ir.Pred;
import org.hookline.ir.Why;
import org.hookline.kernel.Behaviours;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Fields;
import org.hookline.source.Origin;

/**
 * Whether the source of a packet may come in where it did: {@code rp_filter}, own addresses. It
 * runs after DNAT, with the addresses of that moment.
 *
 * <p>kernel: net/ipv4/fib_frontend.c fib_validate_source(), __fib_validate_source()
 */
public final class SourceCheck {
  /** How labels end that the lookup of a source returns to. */
  private static final String SOURCE = "/source";

  private static final int STRICT = 1;
  private static final int LOOSE = 2;

  /** Whether a lookup that returns to this label asks for the way back to a source. */
  public static boolean asks(Label back) {
    return back.name().endsWith(SOURCE);
  }

  private final Incoming incoming;
  private final HostWalk walk;
  private final Destination destination;
  private final Sysctls sysctls;

  /** Where the packet goes when its source is good. */
  enum Destination {
    THIS_HOST,
    /** All hosts of a link, this one too. */
    EVERYBODY,
    ANOTHER_HOST
  }

  SourceCheck(Incoming incoming, Destination destination) {
    this.incoming = incoming;
    this.walk = incoming.walk();
    this.destination = destination;
    this.sysctls = walk.model().sysctls();
  }

  Label before(String name, Label next) {
    Label done = walk.at(name + SOURCE);
    List<Branch> ask = new ArrayList<>();
    List<Branch> judge = new ArrayList<>();
    for (Interface iface : walk.interfaces()) {
      Pred here = incoming.by(iface);
      if (!iface.name().equals("lo") && !here.equals(Pred.FALSE)) {
        ask.addAll(questions(iface, here, done, next));
        judge.addAll(new Judgement(iface, here, name, next).branches());
      }
    }
    ask.add(HostWalk.pass(next));
    judge.add(HostWalk.pass(next, new Effect.Clear(RouteLookup.RESULTS)));
    walk.graph().branches(done, judge);
    Label entry = walk.at(name);
    walk.graph().branches(entry, ask);
    return entry;
  }

  private int mode(Interface iface) {
    int value = sysctls.maximum("rp_filter", iface.name());
    return value == LOOSE && !walk.model().kernel().has(Behaviours.LOOSE_RP_FILTER)
        ? STRICT
        : value;
  }

  private boolean acceptsOwn(Interface iface) {
    return sysctls.maximum("accept_local", iface.name()) != 0
        && walk.model().kernel().has(Behaviours.ACCEPT_LOCAL);
  }

  /**
   * Without rp_filter and custom rules only own addresses are looked for, and without a lookup.
   * With custom rules a source is looked up, which can find something only where some table has the
   * source as local or broadcast: no other needs the steps of a lookup here.
   */
  private List<Branch> questions(Interface iface, Pred here, Label done, Label next) {
    List<Branch> branches = new ArrayList<>();
    if (mode(iface) == 0) {
      Pred turnsBack =
          destination == Destination.ANOTHER_HOST
              ? new TurningBack(incoming, iface).happens()
              : Pred.FALSE;
      Pred quick = Pred.and(here, Pred.not(turnsBack));
      if (!acceptsOwn(iface) && customised()) {
        quick = Pred.and(quick, Pred.not(suspicious()));
      } else if (!acceptsOwn(iface)) {
        branches.add(incoming.refused(Pred.and(quick, ownSource()), "IP_LOCAL_SOURCE", own()));
      }
      branches.add(HostWalk.when(quick, next));
    }
    branches.add(
        new Branch(here, keys(iface), new Next.Call(walk.at("fib"), done), Optional.empty()));
    return branches;
  }

  /** Sources that some lookup may find to be local or broadcast. */
  private Pred suspicious() {
    List<Prefix> prefixes =
        walk.model().tables().stream()
            .flatMap(t -> t.routes().stream())
            .filter(r -> r.type() == RouteType.LOCAL || r.type() == RouteType.BROADCAST)
            .map(Route::destination)
            .filter(p -> p.family() == Family.IPV4)
            .toList();
    return Addresses.in(incoming.src(), AddressSet.ofPrefixes(prefixes));
  }

  private List<Effect> keys(Interface iface) {
    Effect iif =
        destination == Destination.ANOTHER_HOST
            ? new Effect.Copy(Fields.KEY_IIF, incoming.out())
            : new Effect.Set(Fields.KEY_IIF, walk.numberOf("lo"));
    Effect own =
        destination == Destination.EVERYBODY
            ? new Effect.Set(Fields.KEY_SRC, 0)
            : new Effect.Copy(Fields.KEY_SRC, incoming.dst());
    boolean marked =
        sysctls.either("src_valid_mark", iface.name())
            && walk.model().kernel().has(Behaviours.SRC_VALID_MARK);
    return incoming.sourceKeys(own, iif, marked);
  }

  /** kernel: fib4_has_custom_rules(), inet_rtm_newroute() fib_has_custom_local_routes */
  private boolean customised() {
    boolean local =
        walk.model().tables().stream()
            .flatMap(t -> t.routes().stream())
            .anyMatch(r -> r.type() == RouteType.LOCAL && !r.byKernel());
    return walk.model().customRules()
        || local
        || !walk.model().kernel().has(Behaviours.SOURCE_CHECK_ELIDED);
  }

  private Pred ownSource() {
    return Pred.or(
        walk.interfaces().stream()
            .flatMap(i -> i.addresses().stream())
            .map(a -> a.prefix().address())
            .filter(a -> a.family() == Family.IPV4)
            .map(a -> Pred.is(incoming.src(), a.low()))
            .toList());
  }

  private static Why own() {
    return new Why("martian", "the source is an address of this host", Origin.NONE);
  }

  /** What is made of the way back to a source, by the interface of arrival. */
  private final class Judgement {
    private final Interface iface;
    private final Pred here;
    private final String name;
    private final Label next;
    private final Pred found =
        Pred.or(type(RouteType.LOCAL.number()), type(RouteType.UNICAST.number()));

    Judgement(Interface iface, Pred here, String name, Label next) {
      this.iface = iface;
      this.here = here;
      this.name = name;
      this.next = next;
    }

    List<Branch> branches() {
      List<Branch> branches = new ArrayList<>();
      if (!acceptsOwn(iface)) {
        Pred local = type(RouteType.LOCAL.number());
        branches.add(incoming.refused(Pred.and(here, local), "IP_LOCAL_SOURCE", own()));
      }
      Pred broadcast = type(RouteType.BROADCAST.number());
      Why bad = new Why("martian", "the source is a broadcast address", Origin.NONE);
      branches.add(incoming.refused(Pred.and(here, broadcast), "IP_INVALID_SOURCE", bad));
      int mode = mode(iface);
      Effect forget = new Effect.Clear(RouteLookup.RESULTS);
      Pred usual = Pred.and(here, found, returnsBy(iface));
      boolean aside = mode != STRICT && !iface.addresses().isEmpty();
      branches.addAll(turningBack(usual, aside));
      if (mode == 0) {
        return branches;
      }
      branches.add(HostWalk.when(usual, next, forget));
      if (aside) {
        branches.add(HostWalk.when(Pred.and(here, found), next, forget));
      }
      String text =
          mode == STRICT
              ? "strict: the way back to the source does not leave by " + iface.name()
              : "loose: there is no way back to the source";
      Why why = new Why("rp_filter", text, origin(iface));
      branches.add(incoming.refused(here, "IP_RPFILTER", why));
      return branches;
    }

    private List<Branch> turningBack(Pred usual, boolean aside) {
      TurningBack turning = new TurningBack(incoming, iface);
      List<Branch> branches = new ArrayList<>();
      if (destination == Destination.ANOTHER_HOST && turning.matters()) {
        branches.add(turning.told(usual, next));
        if (aside) {
          Label answer = walk.at(name + "/aside/" + iface.name() + SOURCE);
          Pred other = Pred.and(here, found, Pred.not(returnsBy(iface)));
          branches.add(turning.asideOf(other, keys(iface), answer, next));
        }
      }
      return branches;
    }
  }

  private Origin origin(Interface iface) {
    Origin own = walk.sysctl("net.ipv4.conf." + iface.name().replace('.', '/') + ".rp_filter");
    return own.known() ? own : walk.sysctl("net.ipv4.conf.all.rp_filter");
  }

  /** Any next hop of a multipath route will do (kernel: fib_info_nh_uses_dev()). */
  private Pred returnsBy(Interface iface) {
    List<Pred> ways = new ArrayList<>();
    ways.add(Pred.is(Fields.ROUTE_DEV, walk.numberOf(iface.name())));
    List<Route> routes = Multipath.routes(walk);
    for (int i = 0; i < routes.size(); i++) {
      List<NextHop> hops = routes.get(i).hops();
      if (hops.stream().anyMatch(h -> h.dev().equals(iface.name()))) {
        ways.add(Pred.is(Fields.ROUTE_MULTIPATH, i + 1));
      }
    }
    return Pred.or(ways);
  }

  private static Pred type(int number) {
    return Pred.is(Fields.ROUTE_TYPE, number);
  }
}
