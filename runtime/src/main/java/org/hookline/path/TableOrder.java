package org.hookline.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.addr.Prefix;
import org.hookline.model.Host;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RouteType;

/**
 * In which order the entries of a table are tried. While a host has only the kernel's own rules,
 * its tables local and main are one, so that a longer prefix of main goes before a shorter one of
 * local.
 *
 * <p>kernel: net/ipv4/fib_trie.c fib_table_lookup(), fib_insert_alias(), include/net/ip_fib.h
 * fib_lookup()
 */
final class TableOrder {
  private TableOrder() {}

  /** A route with the name of the table that it is in. */
  record Entry(String table, Route route) {

    private int length() {
      return route.destination().length();
    }
  }

  /** The longest prefix first, then the best tos, then the lowest metric, then what came first. */
  static List<Entry> of(Host host, String table) {
    List<Entry> entries = new ArrayList<>(entries(host, table));
    if (merged(host)) {
      entries.addAll(table.equals("local") ? entries(host, "main") : List.of());
      entries.removeIf(entry -> table.equals("main"));
    }
    Comparator<Entry> longest = Comparator.comparing(e -> -e.length());
    entries.sort(
        longest
            .thenComparing(e -> e.table().equals("local") ? 0 : 1)
            .thenComparing(e -> -e.route().tos())
            .thenComparing(e -> e.route().metric()));
    return entries;
  }

  /** Whether it shows that both tables are one; else each is found by the rule that names it. */
  private static boolean merged(Host host) {
    List<Entry> main = entries(host, "main");
    return !host.customRules()
        && entries(host, "local").stream()
            .anyMatch(
                l ->
                    l.route().type() == RouteType.THROW
                        || main.stream().anyMatch(m -> l.length() < m.length() && covers(l, m)));
  }

  private static List<Entry> entries(Host host, String table) {
    return host.table(table).map(RouteTable::routes).orElse(List.of()).stream()
        .map(route -> new Entry(table, route))
        .toList();
  }

  private static boolean covers(Entry shorter, Entry longer) {
    Prefix destination = shorter.route().destination();
    return destination.family() == longer.route().destination().family()
        && destination.contains(longer.route().destination().first());
  }

  /**
   * Without other rules table default is asked even where main has an error, once it has routes.
   */
  static boolean defaultAfterErrors(Host host) {
    List<Entry> last = entries(host, "default");
    Stream<RouteType> types = entries(host, "main").stream().map(e -> e.route().type());
    return !host.customRules()
        && !last.isEmpty()
        && types.anyMatch(t -> t.number() > RouteType.BROADCAST.number());
  }
}
