package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hookline.addr.AddressSet;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.route.RouteType;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * {@code fib daddr type local}: what kind of address one end is, as table local says. Types that
 * reject a lookup (blackhole …) are never found: such an address counts as unicast.
 *
 * <p>kernel: net/netfilter/xt_addrtype.c addrtype_mt_v1(), net/ipv4/fib_frontend.c
 * __inet_dev_addr_type()
 *
 * @param limit an entry of another interface than the one that the packet came in or goes out by
 *     counts as unicast
 */
public record AddressType(End end, boolean negated, Set<Kind> kinds, Limit limit) implements Match {

  /** Which end's address. */
  public enum End {
    SRC(Fields.SRC),
    DST(Fields.DST);

    private final Field field;

    End(Field field) {
      this.field = field;
    }
  }

  /** {@code --limit-iface-in}, {@code --limit-iface-out}. */
  public enum Limit {
    NONE,
    IN("OUTPUT", "POSTROUTING"),
    OUT("PREROUTING", "INPUT");

    private final List<String> refusedIn;

    Limit(String... refusedIn) {
      this.refusedIn = List.of(refusedIn);
    }
  }

  /** iptables: extensions/libxt_addrtype.c rtn_names. */
  public enum Kind {
    UNSPEC,
    UNICAST,
    LOCAL,
    BROADCAST,
    ANYCAST,
    MULTICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW,
    NAT,
    XRESOLVE
  }

  public AddressType {
    kinds = java.util.Collections.unmodifiableSet(new TreeSet<>(kinds));
  }

  /**
   * Reads {@code UNICAST,LOCAL}.
   *
   * @throws Malformed {@code bad-address-type}
   */
  public static Set<Kind> kinds(String text) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String name : text.toUpperCase(Locale.ROOT).split(",")) {
      kinds.add(
          EnumSet.allOf(Kind.class).stream()
              .filter(k -> k.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return kinds;
  }

  private static Malformed unknown(String name) {
    return new Malformed(
        "bad-address-type",
        "'" + name + "' is not a type of address",
        "LOCAL, UNICAST, BROADCAST, MULTICAST …");
  }

  /** kernel: net/netfilter/xt_addrtype.c addrtype_mt_checkentry_v1() */
  @Override
  public List<String> refusedIn() {
    return limit.refusedIn;
  }

  @Override
  public Pred lower(RuleContext context) {
    List<Pred> any = new ArrayList<>();
    for (Kind kind : kinds) {
      any.add(is(kind, context));
    }
    return negated ? Pred.not(Pred.or(any)) : Pred.or(any);
  }

  private Pred is(Kind kind, RuleContext context) {
    Pred zero = Pred.prefix(end.field, 0, 8);
    Pred all = Pred.is(end.field, 0xffffffffL);
    Pred multicast = Pred.prefix(end.field, 0xe0000000L, 4);
    Pred local = entry(RouteType.LOCAL, context);
    Pred broadcast = entry(RouteType.BROADCAST, context);
    Pred ordinary = Pred.not(Pred.or(zero, all, multicast));
    return switch (kind) {
      case LOCAL -> Pred.and(ordinary, local);
      case BROADCAST -> Pred.or(zero, all, Pred.and(ordinary, broadcast));
      case MULTICAST -> multicast;
      case UNICAST -> Pred.and(ordinary, Pred.not(Pred.or(local, broadcast)));
      default -> Pred.FALSE;
    };
  }

  /** Addresses whose longest entry of table local is of this type, on the interface in view. */
  private Pred entry(RouteType type, RuleContext context) {
    Map<String, AddressSet> found = new LinkedHashMap<>();
    context.localRoutes().stream()
        .filter(r -> r.destination().family() == Family.IPV4)
        .sorted(Comparator.comparing(r -> r.destination().length()))
        .forEach(
            route -> {
              AddressSet range = AddressSet.of(route.destination().range());
              found.replaceAll((dev, set) -> set.minus(range));
              if (route.type() == type) {
                found.merge(route.hops().get(0).dev(), range, AddressSet::union);
              }
            });
    return Pred.or(
        found.entrySet().stream()
            .map(e -> Pred.and(inView(e.getKey(), context), Addresses.in(end.field, e.getValue())))
            .toList());
  }

  private Pred inView(String dev, RuleContext context) {
    return switch (limit) {
      case NONE -> Pred.TRUE;
      case IN -> Pred.is(Fields.IIF, context.numberOf(dev));
      case OUT -> Pred.is(Fields.OIF, context.numberOf(dev));
    };
  }

  private String limitOption() {
    return limit == Limit.NONE ? "" : "--limit-iface-" + limit.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void iptables(IptablesLine line) {
    String names = kinds.stream().map(Kind::name).collect(Collectors.joining(","));
    String option = "--" + end.name().toLowerCase(Locale.ROOT) + "-type";
    line.match("addrtype", option, (names + " " + limitOption()).trim(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    String names =
        kinds.stream()
            .map(
                k ->
                    k.compareTo(Kind.THROW) < 0
                        ? k.name().toLowerCase(Locale.ROOT)
                        : "" + k.ordinal())
            .collect(Collectors.joining(", "));
    String key = end == End.SRC ? "saddr" : "daddr";
    String dev = limit == Limit.NONE ? "" : limit == Limit.IN ? " . iif" : " . oif";
    line.match("fib " + key + dev + " type " + (negated ? "!= { " : "{ ") + names + " }");
  }

  @Override
  public String nft() {
    String names =
        kinds.stream()
            .map(k -> k.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    String key = end == End.SRC ? "saddr" : "daddr";
    String dev = limit == Limit.NONE ? "" : limit == Limit.IN ? " . iif" : " . oif";
    return "fib " + key + dev + " type " + (negated ? "!= " : "") + names;
  }
}
