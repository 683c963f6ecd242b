package org.hookline.emit.ip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.KernelEntries;
import org.hookline.model.route.NextHop;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;
import org.hookline.source.Origin;

/**
 * {@code route append …} for what somebody wrote, {@code route replace … proto kernel} for what the
 * kernel makes of addresses, {@code route del …} for what it makes and the text has removed.
 */
final class RouteLines {
  /** What the kernel takes for an IPv6 route without a metric (IP6_RT_PRIO_USER). */
  private static final long IPV6_METRIC = 1024;

  private final Family family;
  private final List<Line> lines = new ArrayList<>();

  private RouteLines(Family family) {
    this.family = family;
  }

  static List<Line> of(Host host, Family family) {
    RouteLines routes = new RouteLines(family);
    host.tables().forEach(routes::table);
    if (family == Family.IPV4) {
      routes.absent(host, RouteTable.LOCAL, KernelEntries.local(host.interfaces(), host.kernel()));
      routes.absent(host, RouteTable.MAIN, KernelEntries.subnets(host.interfaces(), host.kernel()));
    }
    return routes.lines;
  }

  /** A route that a table has already is refused a second time (kernel: fib_table_insert()). */
  private void table(RouteTable table) {
    Set<String> written = new HashSet<>();
    for (Route route : table.routes()) {
      if (route.destination().family() == family) {
        String verb = route.byKernel() ? "route replace " : "route append ";
        String line = verb + words(route, table.id());
        if (written.add(line)) {
          lines.add(new Line(line, route.origin()));
        }
      }
    }
  }

  private void absent(Host host, long table, List<Route> made) {
    List<Route> kept =
        host.tables().stream()
            .filter(t -> t.id() == table)
            .flatMap(t -> t.routes().stream())
            .toList();
    for (Route route : made) {
      if (kept.stream().noneMatch(k -> samePlace(k, route))) {
        lines.add(new Line("route del " + words(route, table), Origin.NONE));
      }
    }
  }

  private static boolean samePlace(Route a, Route b) {
    return a.byKernel()
        && a.type() == b.type()
        && a.destination().equals(b.destination())
        && a.hops().equals(b.hops());
  }

  private String words(Route route, long table) {
    StringBuilder text = new StringBuilder();
    if (route.type() != RouteType.UNICAST) {
      text.append(route.type().word()).append(' ');
    }
    text.append(route.destination().length() == 0 ? "default" : route.destination());
    if (route.tos() != 0) {
      text.append(String.format(" tos 0x%02x", route.tos()));
    }
    if (route.hops().size() == 1) {
      text.append(route.hops().get(0).text(family));
    }
    text.append(" table ").append(table);
    if (route.byKernel()) {
      text.append(" proto kernel scope ").append(route.type() == RouteType.LOCAL ? "host" : "link");
    }
    text.append(route.options());
    route.source().ifPresent(s -> text.append(" src ").append(s));
    long metric = route.metric() == 0 && family == Family.IPV6 ? IPV6_METRIC : route.metric();
    if (metric != 0) {
      text.append(" metric ").append(metric);
    }
    if (route.hops().size() > 1) {
      route.hops().forEach(h -> text.append(" nexthop").append(h.text(family)).append(weight(h)));
    }
    return text.toString();
  }

  private static String weight(NextHop hop) {
    return " weight " + hop.weight();
  }
}
