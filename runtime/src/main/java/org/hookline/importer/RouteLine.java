package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.addr.Prefix;
import org.hookline.model.iface.AddressScope;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteOptions;
import org.hookline.model.route.RouteType;
import org.hookline.source.Origin;

/** One route while it is being read, from text or from JSON: words in, a route of a table out. */
final class RouteLine {
  private final Origin origin;
  private final List<NextHop> hops = new ArrayList<>();

  /** Makers that iproute2 does not print, or that stand for the kernel. */
  private static final Set<String> UNSAID = Set.of("", "boot", "kernel");

  private final List<String> unknown = new ArrayList<>();
  private String type = "unicast";
  private String destination = "";
  private String table = "main";
  private String protocol = "";
  private Optional<Address> source = Optional.empty();
  private Hop hop = new Hop();
  private long metric = 0;
  private int tos = 0;
  private Optional<AddressScope> scope = Optional.empty();
  private Optional<String> realm = Optional.empty();
  private Optional<String> preference = Optional.empty();
  private final List<RouteOptions.Metric> metrics = new ArrayList<>();
  private boolean sixth = false;
  private boolean mixed = false;
  private boolean dead = false;
  private boolean linkdown = false;

  /** Where a route leads, while it is being read. */
  static final class Hop {
    private Optional<Address> gateway = Optional.empty();
    private String dev = "";
    private int weight = 1;
    private boolean onlink = false;
  }

  RouteLine(Origin origin) {
    this.origin = origin;
  }

  void type(String word) {
    type = word;
  }

  void destination(String word) {
    destination = word;
  }

  void table(String word) {
    table = RouteTables.name(word);
  }

  void protocol(String word) {
    protocol = word;
  }

  void source(String word) {
    source = Optional.of(Address.parse(word));
  }

  void metric(String word) {
    metric = number(word);
  }

  void tos(String word) {
    tos = (int) TosNames.number(word);
  }

  void gateway(String word) {
    hop.gateway = Optional.of(Address.parse(word));
  }

  void dev(String word) {
    hop.dev = word;
  }

  void weight(String word) {
    hop.weight = (int) number(word);
  }

  /** {@code onlink}, {@code linkdown}, {@code dead} … */
  void flag(String word) {
    hop.onlink |= word.equals("onlink");
    dead |= word.equals("dead");
    linkdown |= word.equals("linkdown");
  }

  /** Only routes of IPv6 have one; {@code medium} is what they have by themselves. */
  void preference(String word) {
    sixth = true;
    preference = Optional.of(word).filter(p -> !p.equals("medium"));
  }

  void scope(String word) {
    scope = Optional.of(AddressScope.parse(word));
  }

  void realm(String word) {
    realm = Optional.of(word);
  }

  void metric(RouteOptions.Metric said) {
    metrics.add(said);
  }

  /** A gateway of IPv6 for a route of IPv4. */
  void foreignGateway(String word) {
    mixed = true;
    gateway(word);
  }

  /** Something that the model does not have. */
  void unknown(String words) {
    unknown.add(words);
  }

  /** From here on the words are about one of several next hops. */
  void nextHop() {
    close();
    hop = new Hop();
  }

  private void close() {
    if (!hop.dev.isEmpty()) {
      hops.add(new NextHop(hop.gateway, hop.dev, hop.weight, hop.onlink));
    }
  }

  private static long number(String word) {
    if (!word.matches("[0-9]{1,10}")) {
      throw new Malformed("bad-number", "'" + word + "' is not a number", "decimal digits");
    }
    return Long.parseLong(word);
  }

  String table() {
    return table;
  }

  /** Made by the kernel for an address or an interface. */
  boolean byKernel() {
    return protocol.equals("kernel");
  }

  boolean isSixth() {
    return sixth
        || destination.contains(":")
        || !mixed && hop.gateway.map(g -> g.family() == Family.IPV6).orElse(false);
  }

  /**
   * Not used by the kernel at the moment, and it cannot be seen why: of a link that is down or has
   * no carrier the model knows it by itself.
   */
  boolean isDead() {
    return dead && !linkdown;
  }

  List<String> unknownWords() {
    return unknown;
  }

  /** kernel: RTN_MULTICAST, RTN_ANYCAST, RTN_NAT: types that the model does not have. */
  boolean hasModelledType() {
    return !List.of("multicast", "anycast", "nat", "xresolve").contains(type);
  }

  /**
   * The finished route.
   *
   * @throws Malformed for a type or an address that is none
   */
  Route route() {
    close();
    RouteType known;
    try {
      known = RouteType.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Malformed("bad-route-type", "'" + type + "' is not a type of route", "unicast …");
    }
    Prefix prefix =
        destination.equals("default")
            ? Prefix.all(isSixth() ? Family.IPV6 : Family.IPV4)
            : Prefix.parse(destination);
    if (known == RouteType.UNICAST && hops.isEmpty()) {
      throw new Malformed("bad-route", "the route leads nowhere", "via ADDRESS dev INTERFACE");
    }
    boolean rejects = hops.isEmpty() || !List.of(1, 2, 3).contains(known.number());
    List<NextHop> leads = rejects ? List.of() : List.copyOf(hops);
    Route bare = new Route(known, prefix, leads, source, metric, tos, byKernel(), origin);
    RouteOptions options =
        new RouteOptions(
            scope.filter(s -> !byKernel() && !s.equals(bare.scope())),
            Optional.of(protocol).filter(p -> !UNSAID.contains(p)),
            realm,
            preference,
            metrics);
    return new Route(known, prefix, leads, source, metric, tos, byKernel(), options, origin);
  }
}
