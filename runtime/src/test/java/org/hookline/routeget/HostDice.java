package org.hookline.routeget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Mac;
import org.hookline.addr.MaskedMark;
import org.hookline.addr.Prefix;
import org.hookline.model.Neighbour;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteOptions;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.route.Suppression;
import org.hookline.source.Origin;
import org.hookline.testing.SelectorDraft;

/** Draws the commands that configure a host; some of them the kernel will refuse. */
final class HostDice {
  static final List<String> LINKS = List.of("d0", "d1", "d2", "d3");
  static final List<Long> TABLES = List.of(100L, 101L, 102L);

  private static final List<String> SUBNETS =
      List.of("10.1.0.", "10.2.0.", "10.3.0.", "10.3.1.", "10.4.0.", "192.168.9.");
  private static final int[] LASTS = {0, 1, 2, 3, 5, 9, 127, 128, 254, 255};

  private final Dice dice;
  private final List<Command> commands = new ArrayList<>();
  private final List<Address> own = new ArrayList<>();

  HostDice(Dice dice) {
    this.dice = dice;
  }

  /** An address that is likely to mean something. */
  Address address() {
    if (!own.isEmpty() && dice.onceIn(4)) {
      return dice.any(own);
    }
    if (dice.onceIn(12)) {
      return Address.parse(dice.any("8.8.8.8", "127.0.0.5", "172.16.1.1", "240.1.1.1"));
    }
    return Address.parse(dice.any(SUBNETS) + LASTS[dice.below(LASTS.length)]);
  }

  Address ownAddress() {
    return own.isEmpty() || dice.onceIn(9) ? address() : dice.any(own);
  }

  private Prefix prefix(Integer... lengths) {
    return new Prefix(address(), dice.any(lengths)).network();
  }

  String link() {
    return dice.onceIn(25) ? "lo" : dice.any(LINKS);
  }

  List<Command> commands() {
    for (String link : LINKS) {
      int group = dice.any(0, 0, 7, 8);
      commands.add(new Command("link set " + link + " group " + group, h -> h.link(link, group)));
    }
    if (dice.onceIn(9)) {
      addressOf("lo");
    }
    for (String link : LINKS) {
      for (int i = dice.any(0, 1, 1, 1, 2, 3); i > 0; i--) {
        addressOf(link);
      }
    }
    if (dice.onceIn(5)) {
      kernelsOwn();
    }
    for (int i = 3 + dice.below(12); i > 0; i--) {
      route(dice.any(RouteTable.MAIN, RouteTable.MAIN, 100L, 100L, 101L, 102L));
    }
    if (dice.onceIn(3)) {
      defaults(dice.any(RouteTable.MAIN, RouteTable.MAIN, 100L));
    }
    if (dice.onceIn(6)) {
      route(RouteTable.LOCAL);
    }
    for (int i = dice.onceIn(5) ? 0 : 1 + dice.below(8); i > 0; i--) {
      rule();
    }
    if (dice.onceIn(12)) {
      long preference = dice.any(0L, 32766L, 32767L);
      commands.add(new Command("rule del pref " + preference, h -> h.withoutRule(preference)));
    }
    if (dice.onceIn(6)) {
      String link = dice.any(LINKS);
      commands.add(new Command("link set " + link + " down", h -> h.down(link)));
    }
    return commands;
  }

  private void addressOf(String dev) {
    int length = dev.equals("lo") ? 32 : dice.any(24, 24, 24, 25, 16, 30, 31, 32);
    Prefix prefix = new Prefix(address(), length);
    AddressScope scope =
        dice.onceIn(8)
            ? dice.any(AddressScope.HOST, AddressScope.LINK)
            : InterfaceAddress.usual(prefix);
    InterfaceAddress address =
        new InterfaceAddress(
            prefix,
            Optional.empty(),
            Optional.empty(),
            scope,
            Optional.empty(),
            false,
            Origin.NONE);
    own.add(prefix.address());
    commands.add(
        new Command(
            "address add " + prefix + " dev " + dev + " scope " + scope,
            h -> h.address(dev, address)));
  }

  /** Default routes among which the kernel chooses, by what it knows of their gateways. */
  private void defaults(long table) {
    for (int i = 2 + dice.below(3); i > 0; i--) {
      NextHop hop = new NextHop(Optional.of(address()), dice.any(LINKS), 1, true);
      Route route =
          new Route(
              dice.onceIn(8) ? RouteType.BLACKHOLE : RouteType.UNICAST,
              Prefix.all(Family.IPV4),
              List.of(hop),
              Optional.empty(),
              dice.any(0L, 0L, 0L, 5L),
              dice.any(0, 0, 0, 16),
              false,
              Origin.NONE);
      boolean leads = route.type() == RouteType.UNICAST;
      route(table, leads ? route : nowhere(route));
      if (leads && !dice.onceIn(3)) {
        neighbour(hop);
      }
    }
  }

  /** Takes away what the kernel made of an address, before there are routes by it. */
  private void kernelsOwn() {
    Address gone = ownAddress();
    RouteType type = dice.any(RouteType.LOCAL, RouteType.LOCAL, RouteType.BROADCAST);
    Address what = type == RouteType.LOCAL ? gone : new Prefix(gone, 24).last();
    commands.add(
        new Command(
            "route del " + type.word() + " " + what + " table local",
            h -> h.withoutOwn(type, Prefix.host(what))));
  }

  private static Route nowhere(Route route) {
    return new Route(
        route.type(),
        route.destination(),
        List.of(),
        route.source(),
        route.metric(),
        route.tos(),
        false,
        Origin.NONE);
  }

  private void neighbour(NextHop hop) {
    Address gateway = hop.gateway().orElseThrow();
    Neighbour entry =
        new Neighbour(gateway, Mac.parse("02:00:00:00:00:09"), hop.dev(), Origin.NONE);
    String state = dice.any("permanent", "permanent", "failed", "reachable", "stale");
    commands.add(
        new Command(
            "neigh replace " + entry + " nud " + state,
            h -> h.neighbour(entry, state.equals("permanent"))));
  }

  private void route(long table) {
    route(table, drawn(table));
  }

  private void route(long table, Route route) {
    commands.add(
        new Command(
            "route append table " + table + " " + route.text(), h -> h.route(table, route)));
  }

  private Route drawn(long table) {
    Prefix to = prefix(0, 8, 16, 24, 24, 25, 30, 31, 32, 32);
    RouteType type =
        dice.onceIn(5)
            ? dice.any(
                RouteType.BLACKHOLE,
                RouteType.UNREACHABLE,
                RouteType.PROHIBIT,
                RouteType.THROW,
                RouteType.THROW)
            : table == RouteTable.LOCAL || dice.onceIn(12)
                ? dice.any(RouteType.LOCAL, RouteType.BROADCAST)
                : RouteType.UNICAST;
    List<NextHop> hops = new ArrayList<>();
    boolean unicast = type == RouteType.UNICAST;
    if (type.number() <= RouteType.BROADCAST.number()) {
      boolean several = unicast && dice.onceIn(4);
      for (int i = several ? 2 + dice.below(2) : 1; i > 0; i--) {
        hops.add(hop(unicast, several));
      }
    }
    Optional<Address> source =
        !hops.isEmpty() && dice.onceIn(4) ? Optional.of(ownAddress()) : Optional.empty();
    Optional<AddressScope> scope =
        !hops.isEmpty() && dice.onceIn(8)
            ? Optional.of(
                dice.any(
                    AddressScope.GLOBAL,
                    AddressScope.LINK,
                    AddressScope.HOST,
                    AddressScope.parse("site")))
            : Optional.empty();
    RouteOptions options =
        new RouteOptions(scope, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    int tos = dice.onceIn(6) ? dice.any(4, 8, 16, 24) : 0;
    long metric = dice.any(0L, 0L, 5L, 20L);
    return new Route(type, to, hops, source, metric, tos, false, options, Origin.NONE);
  }

  private NextHop hop(boolean gateways, boolean weighed) {
    int weight = weighed ? dice.any(1, 1, 2, 5, 256) : 1;
    if (!gateways || dice.onceIn(3)) {
      return new NextHop(Optional.empty(), link(), weight, false);
    }
    boolean onlink = dice.onceIn(3);
    return new NextHop(Optional.of(address()), dice.any(LINKS), weight, onlink);
  }

  private void rule() {
    Optional<Long> preference =
        dice.onceIn(4)
            ? Optional.empty()
            : Optional.of(dice.any(0L, 10L, 20L, 20L, 30L, 30L, 40L, 32766L, 40000L));
    Selector selector = selector();
    RuleAction action = action();
    String numbers = action.lookedUp().map(t -> t.replaceFirst("^t", "")).orElse("");
    String does = action.toString().replaceFirst("lookup \\S+", "lookup " + numbers);
    String pref = preference.map(p -> "pref " + p + " ").orElse("");
    commands.add(
        new Command(
            "rule add " + pref + selector + " " + does, h -> h.rule(preference, selector, action)));
  }

  private RuleAction action() {
    return switch (dice.below(16)) {
      case 0, 1 -> new RuleAction.Goto(dice.any(15L, 20L, 30L, 40L, 32766L));
      case 2 -> new RuleAction.Nop();
      case 3 ->
          dice.any(
              new RuleAction.Blackhole(), new RuleAction.Unreachable(), new RuleAction.Prohibit());
      case 4, 5, 6 -> new RuleAction.Lookup(table(), suppression());
      default -> new RuleAction.Lookup(table(), Suppression.NONE);
    };
  }

  private Suppression suppression() {
    return dice.onceIn(2)
        ? new Suppression(OptionalInt.of(dice.any(0, 0, 8, 24)), OptionalInt.empty())
        : new Suppression(OptionalInt.empty(), OptionalInt.of(dice.any(0, 7, 8)));
  }

  private String table() {
    return dice.any("t100", "t101", "t102", "main", "local", "default");
  }

  private Selector selector() {
    SelectorDraft selector = dice.onceIn(6) ? SelectorDraft.not() : SelectorDraft.all();
    for (int i = dice.any(0, 1, 1, 1, 2, 3); i > 0; i--) {
      select(selector);
    }
    return selector.done();
  }

  private void select(SelectorDraft selector) {
    switch (dice.below(11)) {
      case 0, 1 -> selector.from(prefix(0, 8, 16, 24, 32, 32).toString());
      case 2 -> selector.to(prefix(0, 8, 16, 24, 32).toString());
      case 3 -> selector.fwmark(mark().toString());
      case 4 -> selector.iif(dice.any("lo", "lo", "d0", "d1", "gone0"));
      case 5 -> selector.oif(dice.any("d0", "d1", "d2", "lo"));
      case 6 -> selector.ipproto(dice.any("tcp", "udp", "icmp"));
      case 7 -> selector.sport(dice.any("1000", "1000-2000"));
      case 8 -> selector.dport(dice.any("53", "53-80", "2048"));
      case 9 -> selector.tos(dice.any(4, 8, 16));
      default -> selector.uids(dice.below(2), dice.any(0, 5, 1000));
    }
  }

  private MaskedMark mark() {
    return new MaskedMark(dice.below(5), dice.any(MaskedMark.ALL, 1L, 3L, 0xf0L));
  }
}
