package org.hookline.dsl.rules;

import java.util.List;
import org.hookline.dsl.hookline.RouteEntry;
import org.hookline.dsl.hookline.RouteRemoval;

/** A route that leads nowhere with a next hop, or a route that leads somewhere without one. */
final class RouteShape implements TreeRule<RouteEntry> {
  static final String CODE = "route-shape";

  private static final List<String> NOWHERE =
      List.of("blackhole", "unreachable", "prohibit", "throw");
  private static final List<String> LOCAL = List.of("local", "broadcast");

  @Override
  public Class<RouteEntry> type() {
    return RouteEntry.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(RouteEntry route, Findings findings) {
    if (route.eContainer() instanceof RouteRemoval) {
      return;
    }
    boolean written = route.getVia() != null || route.getDev() != null;
    boolean multipath = !route.getHops().isEmpty();
    String type = route.getType() == null ? "unicast" : route.getType();
    if (NOWHERE.contains(type) && (written || multipath)) {
      findings
          .at(route)
          .error(CODE, "a " + type + " route has no next hop", "take via, dev and nexthop away");
    } else if (type.equals("unicast") && !written && !multipath) {
      findings
          .at(route)
          .error(CODE, "this route leads nowhere", "via ADDRESS, dev INTERFACE or both");
    } else if (written && multipath) {
      findings
          .at(route)
          .error(CODE, "next hops are written in two ways", "either via and dev, or nexthop parts");
    } else if (LOCAL.contains(type) && route.getDev() == null) {
      findings.at(route).error(CODE, "a " + type + " route names a device", "dev INTERFACE");
    }
  }
}
