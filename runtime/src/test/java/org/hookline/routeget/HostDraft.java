package org.hookline.routeget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.addr.Prefix;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.Neighbour;
import org.hookline.model.Network;
import org.hookline.model.Setting;
import org.hookline.model.Sysctls;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.iface.LinkFlag;
import org.hookline.model.iface.LinkSettings;
import org.hookline.model.iface.LinkVlans;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.RuleOrder;
import org.hookline.model.route.Selector;
import org.hookline.source.Origin;

/** A host that grows with each command that the kernel accepts. */
final class HostDraft {
  private final Map<String, Interface> interfaces = new LinkedHashMap<>();
  private final Map<Long, List<Route>> routes = new TreeMap<>();
  private final Map<String, Setting> sysctls = new TreeMap<>();
  private final Map<String, Boolean> carriers = new TreeMap<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<Neighbour> neighbours = new ArrayList<>();
  private List<PolicyRule> rules = KernelEntries.rules();

  HostDraft() {
    interfaces.put("lo", KernelEntries.loopback());
  }

  void link(String name, int group) {
    LinkSettings plain =
        new LinkSettings(group, Optional.empty(), new TreeMap<>(), LinkVlans.NONE, List.of());
    LinkSettings settings = plain.with(Map.of(LinkFlag.CARRIER, carriers.getOrDefault(name, true)));
    interfaces.put(
        name,
        new Interface(
            name,
            new InterfaceKind.Physical(),
            List.of(),
            Optional.empty(),
            0,
            true,
            settings,
            Origin.NONE));
  }

  void address(String dev, InterfaceAddress address) {
    Interface old = interfaces.get(dev);
    List<InterfaceAddress> all = new ArrayList<>(old.addresses());
    all.add(address);
    interfaces.put(dev, with(old, all, old.up()));
  }

  /** Says of all links to come of this name whether they have carrier. */
  void carrier(String dev, boolean on) {
    carriers.put(dev, on);
  }

  /** Next hops over the link die; the routes stay as long as they have others. */
  void down(String dev) {
    Interface old = interfaces.get(dev);
    interfaces.put(dev, with(old, old.addresses(), false));
  }

  private static Interface with(Interface old, List<InterfaceAddress> addresses, boolean up) {
    return new Interface(
        old.name(), old.kind(), addresses, Optional.empty(), 0, up, old.settings(), old.origin());
  }

  void route(long table, Route route) {
    routes.computeIfAbsent(table, t -> new ArrayList<>()).add(route);
  }

  /** A later entry for the same address takes the place of an earlier one. */
  void neighbour(Neighbour entry, boolean permanent) {
    neighbours.removeIf(n -> n.dev().equals(entry.dev()) && n.address().equals(entry.address()));
    if (permanent) {
      neighbours.add(entry);
    }
  }

  void rule(Optional<Long> preference, Selector selector, RuleAction action) {
    long place = preference.orElseGet(() -> RuleOrder.free(rules));
    rules = RuleOrder.with(rules, new PolicyRule(place, selector, action, Origin.NONE));
  }

  /**
   * The first entry of table local that fits goes; of two addresses that differ in their length
   * only the kernel has one entry.
   */
  void withoutOwn(RouteType type, Prefix destination) {
    gone.add(new Gone(type, destination));
  }

  private record Gone(RouteType type, Prefix destination) {
    boolean is(Route route) {
      return route.type() == type && route.destination().equals(destination);
    }
  }

  /** The first rule of this preference goes. */
  void withoutRule(long preference) {
    List<PolicyRule> rest = new ArrayList<>(rules);
    rules.stream().filter(r -> r.preference() == preference).findFirst().ifPresent(rest::remove);
    rules = rest;
  }

  void sysctl(String key, int value) {
    sysctls.put(key, new Setting("" + value, Origin.NONE));
  }

  static String name(long table) {
    return table == RouteTable.MAIN ? "main" : table == RouteTable.LOCAL ? "local" : "t" + table;
  }

  Network network(List<Long> others) {
    List<Interface> all = List.copyOf(interfaces.values());
    List<RouteTable> tables = new ArrayList<>();
    for (RouteTable own : KernelEntries.tables(all, KernelProfile.DEFAULT)) {
      List<Route> entries = new ArrayList<>(own.routes());
      entries.addAll(routes.getOrDefault(own.id(), List.of()));
      if (own.id() == RouteTable.LOCAL) {
        for (Gone one : gone) {
          List<NextHop> hops =
              entries.stream().filter(one::is).findFirst().map(Route::hops).orElse(List.of());
          entries.removeIf(r -> one.is(r) && r.hops().equals(hops));
        }
      }
      tables.add(new RouteTable(own.name(), own.id(), entries, Origin.NONE));
    }
    for (long table : others) {
      List<Route> entries = routes.getOrDefault(table, List.of());
      tables.add(new RouteTable(name(table), table, entries, Origin.NONE));
    }
    Host host =
        new Host(
            "h",
            KernelProfile.DEFAULT,
            new Sysctls(new TreeMap<>(sysctls)),
            all,
            tables,
            rules,
            List.of(),
            List.of(),
            List.copyOf(neighbours),
            List.of(),
            Origin.NONE);
    return new Network(List.of(host), List.of(), Optional.empty(), List.of(), List.of());
  }
}
