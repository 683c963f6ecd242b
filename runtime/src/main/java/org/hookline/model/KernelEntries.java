package org.hookline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.kernel.Behaviours;
import org.hookline.kernel.KernelProfile;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.source.Origin;

/**
 * What the kernel puts into its tables by itself, so that a {@link Host} is complete.
 *
 * <p>kernel: net/ipv4/fib_frontend.c fib_add_ifaddr(), net/ipv4/fib_rules.c
 * fib_default_rules_init()
 */
public final class KernelEntries {
  private KernelEntries() {}

  /** {@code lo} with 127.0.0.1/8. */
  public static Interface loopback() {
    Prefix own = Prefix.parse("127.0.0.1/8");
    return new Interface(
        "lo",
        new InterfaceKind.Loopback(),
        List.of(new InterfaceAddress(own, Origin.NONE)),
        Optional.empty(),
        0,
        true,
        Origin.NONE);
  }

  /**
   * The {@code local} and {@code broadcast} entries of all IPv4 addresses, as a kernel makes them.
   * An interface that is down keeps only its own addresses: the host still answers for them.
   *
   * <p>kernel: net/ipv4/fib_frontend.c fib_add_ifaddr(), fib_disable_ip()
   */
  public static List<Route> local(List<Interface> interfaces, KernelProfile kernel) {
    List<Route> routes = new ArrayList<>();
    for (Interface iface : interfaces) {
      for (InterfaceAddress address : ipv4(iface)) {
        Prefix own = Prefix.host(address.prefix().address());
        routes.add(entry(RouteType.LOCAL, own, iface, address));
        if (iface.up() && preferable(address, routes)) {
          wide(iface, address, kernel, routes);
        }
      }
    }
    return routes;
  }

  /** What an interface that is up adds: its broadcast addresses, and for loopback its subnet. */
  private static void wide(
      Interface iface, InterfaceAddress address, KernelProfile kernel, List<Route> routes) {
    Prefix subnet = address.subnet();
    boolean first = primary(iface, address);
    boolean ends = first && subnet.length() < 31;
    address
        .broadcast()
        .filter(b -> !(ends && b.equals(subnet.last())))
        .ifPresent(b -> routes.add(entry(RouteType.BROADCAST, Prefix.host(b), iface, address)));
    if (first && loopback(iface) && subnet.length() < 32 && !address.noPrefixRoute()) {
      routes.add(entry(RouteType.LOCAL, subnet, iface, address));
    }
    if (ends && !kernel.has(Behaviours.LOWEST_ADDRESS_IS_UNICAST)) {
      Prefix lowest = Prefix.host(subnet.address());
      routes.add(entry(RouteType.BROADCAST, lowest, iface, address));
    }
    if (ends) {
      routes.add(entry(RouteType.BROADCAST, Prefix.host(subnet.last()), iface, address));
    }
  }

  private static boolean loopback(Interface iface) {
    return iface.kind() instanceof InterfaceKind.Loopback;
  }

  /**
   * Whether routes may prefer an address: not when it was a broadcast address before it was
   * anybody's own, and then the kernel cannot make the routes of its subnet.
   *
   * <p>kernel: net/ipv4/fib_semantics.c fib_valid_prefsrc()
   */
  private static boolean preferable(InterfaceAddress address, List<Route> local) {
    Prefix own = Prefix.host(address.prefix().address());
    return local.stream()
        .filter(r -> r.destination().equals(own))
        .findFirst()
        .filter(r -> r.type() == RouteType.LOCAL)
        .isPresent();
  }

  /** The subnet routes of table main, of interfaces that are up. */
  public static List<Route> subnets(List<Interface> interfaces, KernelProfile kernel) {
    List<Route> local = local(interfaces, kernel);
    List<Route> routes = new ArrayList<>();
    for (Interface iface : interfaces) {
      if (!iface.up() || loopback(iface)) {
        continue;
      }
      for (InterfaceAddress address : ipv4(iface)) {
        Prefix subnet = address.subnet();
        boolean itself = subnet.length() == 32 && address.peer().isEmpty();
        boolean wanted = !itself && !address.noPrefixRoute() && preferable(address, local);
        if (wanted && primary(iface, address)) {
          routes.add(entry(RouteType.UNICAST, subnet, iface, address));
        }
      }
    }
    return routes;
  }

  private static List<InterfaceAddress> ipv4(Interface iface) {
    return iface.addresses().stream().filter(a -> a.prefix().family() == Family.IPV4).toList();
  }

  private static boolean primary(Interface iface, InterfaceAddress address) {
    return iface.primaryAddresses(Family.IPV4).contains(address);
  }

  /** The preferred source is the primary address of the subnet, also for a secondary one. */
  private static Route entry(
      RouteType type, Prefix destination, Interface iface, InterfaceAddress address) {
    Optional<Address> source =
        iface.primaryAddresses(Family.IPV4).stream()
            .filter(p -> p.subnet().equals(address.subnet()))
            .map(p -> p.prefix().address())
            .findFirst();
    List<NextHop> hops = List.of(NextHop.link(iface.name()));
    return new Route(type, destination, hops, source, 0, 0, true, address.origin());
  }

  /** Preferences 0, 32766 and 32767. */
  public static List<PolicyRule> rules() {
    return List.of(lookup(0, "local"), lookup(32766, "main"), lookup(32767, "default"));
  }

  private static PolicyRule lookup(long preference, String table) {
    RuleAction action = new RuleAction.Lookup(table, OptionalInt.empty());
    return new PolicyRule(preference, Selector.ALL, action, Origin.NONE);
  }

  /** The three tables that exist on every host, filled from the interfaces. */
  public static List<RouteTable> tables(List<Interface> interfaces, KernelProfile kernel) {
    return List.of(
        new RouteTable("local", RouteTable.LOCAL, local(interfaces, kernel), Origin.NONE),
        new RouteTable("main", RouteTable.MAIN, subnets(interfaces, kernel), Origin.NONE),
        new RouteTable("default", RouteTable.DEFAULT, List.of(), Origin.NONE));
  }
}
