package org.hookline.dsl.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Prefix;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;

/**
 * Two routes of one table with the same destination, TOS and metric: {@code ip route add} says
 * "File exists".
 *
 * <p>kernel: net/ipv4/fib_trie.c fib_table_insert()
 */
final class DuplicateRoute implements NetworkRule {
  private static final String CODE = "duplicate-route";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(Network network, Problems problems) {
    for (Host host : network.hosts()) {
      for (RouteTable table : host.tables()) {
        Map<Key, Route> seen = new HashMap<>();
        for (Route route : table.routes()) {
          Key key = new Key(route.destination(), route.tos(), route.metric());
          Route first = seen.putIfAbsent(key, route);
          if (first != null && !route.byKernel()) {
            problems.error(
                CODE,
                route.origin(),
                "table "
                    + table.name()
                    + " has a route to "
                    + route.destination()
                    + " already"
                    + (first.origin().known() ? ", at " + first.origin() : ""),
                "another metric, or take one away; several next hops are nexthop parts of one route");
          }
        }
      }
    }
  }

  private record Key(Prefix destination, int tos, long metric) {}
}
