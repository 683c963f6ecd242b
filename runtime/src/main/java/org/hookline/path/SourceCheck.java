package org.hookline.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.addr.Family;
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

  SourceCheck(HostWalk walk, Destination destination) {
    this.walk = walk;
    this.destination = destination;
    this.sysctls = walk.model().sysctls();
  }

  Label before(String name, Label next) {
    Label done = walk.at(name + SOURCE);
    List<Branch> ask = new ArrayList<>();
    List<Branch> judge = new ArrayList<>();
    for (Interface iface : walk.interfaces()) {
      if (!iface.name().equals("lo")) {
        Pred here = Pred.is(Fields.IIF, walk.numberOf(iface.name()));
        ask.addAll(questions(iface, here, done, next));
        judge.addAll(judgements(iface, here, next));
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

  /** Without rp_filter and custom rules only own addresses are looked for, and without a lookup. */
  private List<Branch> questions(Interface iface, Pred here, Label done, Label next) {
    boolean forwarded = destination == Destination.ANOTHER_HOST;
    List<Branch> branches = new ArrayList<>();
    if (mode(iface) == 0 && (acceptsOwn(iface) || !customised())) {
      boolean redirects = sysctls.either("send_redirects", iface.name());
      Pred turnsBack =
          forwarded && redirects ? Pred.is(Fields.OIF, walk.numberOf(iface.name())) : Pred.FALSE;
      Pred quick = Pred.and(here, Pred.not(turnsBack));
      if (!acceptsOwn(iface)) {
        branches.add(walk.drop(Pred.and(quick, ownSource()), "IP_LOCAL_SOURCE", own()));
      }
      branches.add(HostWalk.when(quick, next));
    }
    Effect iif =
        forwarded
            ? new Effect.Copy(Fields.KEY_IIF, Fields.OIF)
            : new Effect.Set(Fields.KEY_IIF, walk.numberOf("lo"));
    Effect own =
        destination == Destination.EVERYBODY
            ? new Effect.Set(Fields.KEY_SRC, 0)
            : new Effect.Copy(Fields.KEY_SRC, Fields.DST);
    boolean marked =
        sysctls.either("src_valid_mark", iface.name())
            && walk.model().kernel().has(Behaviours.SRC_VALID_MARK);
    branches.add(
        new Branch(
            here,
            Keys.ofSource(own, iif, marked),
            new Next.Call(walk.at("fib"), done),
            Optional.empty()));
    return branches;
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
            .map(a -> Pred.is(Fields.SRC, a.low()))
            .toList());
  }

  private static Why own() {
    return new Why("martian", "the source is an address of this host", Origin.NONE);
  }

  private List<Branch> judgements(Interface iface, Pred here, Label next) {
    List<Branch> branches = new ArrayList<>();
    Pred local = type(RouteType.LOCAL.number());
    if (!acceptsOwn(iface)) {
      branches.add(walk.drop(Pred.and(here, local), "IP_LOCAL_SOURCE", own()));
    }
    Pred broadcast = type(RouteType.BROADCAST.number());
    Why bad = new Why("martian", "the source is a broadcast address", Origin.NONE);
    branches.add(walk.drop(Pred.and(here, broadcast), "IP_INVALID_SOURCE", bad));
    int mode = mode(iface);
    if (mode == 0) {
      return branches;
    }
    Pred found = Pred.or(local, type(RouteType.UNICAST.number()));
    Effect forget = new Effect.Clear(RouteLookup.RESULTS);
    Pred usual = Pred.and(here, found, returnsBy(iface));
    branches.add(HostWalk.when(usual, next, forget));
    boolean addressed = !iface.addresses().isEmpty();
    if (mode == LOOSE && addressed) {
      branches.add(HostWalk.when(Pred.and(here, found), next, forget));
    }
    String text =
        mode == STRICT
            ? "strict: the way back to the source does not leave by " + iface.name()
            : "loose: there is no way back to the source";
    branches.add(walk.drop(here, "IP_RPFILTER", new Why("rp_filter", text, origin(iface))));
    return branches;
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
