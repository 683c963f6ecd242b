package org.hookline.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hookline.addr.Prefix;
import org.hookline.model.iface.Interface;
import org.hookline.model.iface.InterfaceAddress;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.RouteType;
import org.hookline.model.route.RuleAction;
import org.hookline.testing.HostDraft;
import org.hookline.testing.RouteDraft;
import org.hookline.testing.SelectorDraft;

/** Routes, policy rules and sysctls at random, on top of what a host needs. */
final class RandomRouting {
  private static final String[] TABLES = {"main", "t1", "t2"};

  private final Pool pool;
  private final HostDraft host;
  private final List<Interface> interfaces;

  RandomRouting(Pool pool, HostDraft host) {
    this.pool = pool;
    this.host = host;
    this.interfaces = host.interfaces().subList(1, host.interfaces().size());
  }

  void bend() {
    settings();
    for (String table : List.of("t1", "t2")) {
      host.table(table);
      if (!pool.onceIn(4)) {
        host.route(table, RouteDraft.to("default").via(hop()));
      }
    }
    for (int i = pool.below(5); i > 0; i--) {
      host.route(pool.any(TABLES), route());
    }
    for (int i = pool.below(6); i > 0; i--) {
      host.rule(preference(), selector().done(), action());
    }
  }

  private void settings() {
    for (String iface : names("all")) {
      if (pool.onceIn(4)) {
        host.conf(iface, "rp_filter", pool.below(3));
      }
      if (pool.onceIn(6)) {
        host.conf(iface, "src_valid_mark", 1);
      }
      if (pool.onceIn(12)) {
        host.conf(iface, "accept_local", 1);
      }
      if (pool.onceIn(8)) {
        host.conf(iface, "send_redirects", 0);
      }
      if (pool.onceIn(20)) {
        host.conf(iface, "route_localnet", 1);
      }
      if (pool.onceIn(25) && !iface.equals("all")) {
        host.conf(iface, "forwarding", pool.below(2));
      }
    }
    if (pool.onceIn(10)) {
      host.sysctl("net.netfilter.nf_conntrack_tcp_loose", 0);
    }
  }

  private List<String> names(String more) {
    List<String> names = new ArrayList<>(List.of(more));
    interfaces.forEach(i -> names.add(i.name()));
    return names;
  }

  private NextHop hop() {
    Interface iface = pool.any(interfaces);
    if (pool.onceIn(6)) {
      return NextHop.link(iface.name());
    }
    Prefix near = pool.any(iface.addresses()).prefix();
    int last = pool.any(1, 2, 2, 3, 254);
    return NextHop.via(near.first().plus(last), iface.name());
  }

  private RouteDraft route() {
    Prefix prefix = pool.prefix();
    if (pool.onceIn(5)) {
      RouteType type =
          pool.any(RouteType.BLACKHOLE, RouteType.UNREACHABLE, RouteType.PROHIBIT, RouteType.THROW);
      return RouteDraft.of(type, prefix.toString()).metric(metric());
    }
    if (pool.onceIn(12)) {
      return RouteDraft.of(RouteType.LOCAL, prefix.toString()).via(NextHop.link("lo"));
    }
    RouteDraft route = RouteDraft.to(prefix.toString()).via(hop()).metric(metric());
    if (pool.onceIn(4)) {
      NextHop more = hop();
      route.via(new NextHop(more.gateway(), more.dev(), 1 + pool.below(3), false));
    }
    if (pool.onceIn(6)) {
      List<InterfaceAddress> own = pool.any(interfaces).addresses();
      route.source(pool.any(own).prefix().address().toString());
    }
    return pool.onceIn(8) ? route.tos(pool.any(4, 8, 16)) : route;
  }

  private long metric() {
    return pool.any(0L, 5L, 20L);
  }

  private long preference() {
    return pool.onceIn(3) ? pool.any(100L, 200L) : 1 + pool.below(32765);
  }

  private SelectorDraft selector() {
    SelectorDraft selector = pool.onceIn(10) ? SelectorDraft.not() : SelectorDraft.all();
    for (int i = pool.any(1, 1, 1, 2, 2, 3); i > 0; i--) {
      select(selector);
    }
    return selector;
  }

  private void select(SelectorDraft selector) {
    switch (pool.below(12)) {
      case 0, 1 -> selector.from(pool.prefix().toString());
      case 2, 3 -> selector.to(pool.prefix().toString());
      case 4, 5 -> selector.fwmark(pool.matchedMark().toString());
      case 6 -> selector.iif(pool.onceIn(3) ? "lo" : pool.any(names("lo")));
      case 7 -> selector.oif(pool.any(names("lo")));
      case 8 -> selector.ipproto(pool.any("tcp", "udp", "icmp"));
      case 9 -> selector.ipproto(pool.any("tcp", "udp")).sport(pool.ports().toString());
      case 10 -> selector.ipproto(pool.any("tcp", "udp")).dport(pool.ports().toString());
      default -> {
        if (pool.onceIn(2)) {
          selector.tos(pool.any(4, 8, 16));
        } else {
          selector.uids(pool.below(2), 1000);
        }
      }
    }
  }

  private RuleAction action() {
    return switch (pool.below(14)) {
      case 0 -> new RuleAction.Goto(pool.any(100L, 200L, 32766L));
      case 1 -> new RuleAction.Nop();
      case 2 ->
          pool.any(
              new RuleAction.Blackhole(), new RuleAction.Unreachable(), new RuleAction.Prohibit());
      case 3, 4 -> new RuleAction.Lookup("main", OptionalInt.of(pool.any(0, 0, 8, 24)));
      default -> new RuleAction.Lookup(pool.any("t1", "t2", "main"), OptionalInt.empty());
    };
  }
}
