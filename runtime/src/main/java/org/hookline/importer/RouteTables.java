package org.hookline.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.addr.Malformed;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.source.Origin;

/** Routing tables while they are being read, by the name that iproute2 prints. */
final class RouteTables {
  /** Numbers for names that rt_tables does not explain begin here. */
  private static final long UNNAMED = 1_000_000;

  private final Map<String, List<Route>> tables = new LinkedHashMap<>();
  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private final Map<String, Long> numbers = new LinkedHashMap<>();

  RouteTables() {
    numbers.put("local", RouteTable.LOCAL);
    numbers.put("main", RouteTable.MAIN);
    numbers.put("default", RouteTable.DEFAULT);
  }

  /** {@code /etc/iproute2/rt_tables}: a number and a name a line. */
  void names(Dump dump) {
    for (Dump.Line line : dump.lines()) {
      List<String> words = line.words();
      boolean entry = words.size() >= 2 && words.get(0).matches("0x[0-9a-fA-F]{1,8}|[0-9]{1,10}");
      if (entry) {
        numbers.putIfAbsent(words.get(1), Long.decode(words.get(0)));
      }
    }
  }

  /** A table that has only a number, or signs that are no part of a name, gets a name of them. */
  static String name(String printed) {
    boolean plain = printed.matches("(?!([0-9]+|all|unspec|0[xX].*)$)[A-Za-z0-9_][A-Za-z0-9_.-]*");
    return plain ? printed : "t" + printed.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  void add(String table, Route route) {
    mention(table, route.origin());
    tables.get(table).add(route);
  }

  /** A table that a rule looks up exists, though it may be empty. */
  void mention(String table, Origin origin) {
    tables.computeIfAbsent(table, t -> new ArrayList<>());
    origins.putIfAbsent(table, origin);
  }

  boolean has(String table) {
    return tables.containsKey(table);
  }

  /** Names that have no number. */
  List<String> unexplained() {
    return tables.keySet().stream().filter(t -> number(t).isEmpty()).toList();
  }

  private Optional<Long> number(String table) {
    if (numbers.containsKey(table)) {
      return Optional.of(numbers.get(table));
    }
    return table.matches("t[0-9]{1,10}")
        ? Optional.of(Long.parseLong(table.substring(1)))
        : Optional.empty();
  }

  /** All tables; the three of the kernel are there in any case. */
  List<RouteTable> build() {
    for (String own : List.of("local", "main", "default")) {
      mention(own, Origin.NONE);
    }
    List<RouteTable> result = new ArrayList<>();
    List<String> unexplained = unexplained();
    tables.forEach(
        (name, routes) -> {
          long id = number(name).orElse(UNNAMED + unexplained.indexOf(name));
          Origin origin =
              id >= RouteTable.DEFAULT && id <= RouteTable.LOCAL ? Origin.NONE : origins.get(name);
          result.add(new RouteTable(name, id, List.copyOf(routes), origin));
        });
    return result;
  }

  /** Adds a finished line, or tells why not. */
  void take(RouteLine route, Dump.Line line, Findings findings) {
    try {
      if (route.isSixth() && route.byKernel()) {
        return;
      }
      if (!route.hasModelledType()) {
        findings.unmodelled(line.text(), "this type of route is not in the model", line.origin());
        return;
      }
      if (route.isDead()) {
        findings.unmodelled(line.text(), "the kernel does not use this route", line.origin());
        return;
      }
      add(route.table(), route.route());
      findings.count(Counted.ROUTES);
      for (String words : route.unknownWords()) {
        findings.unmodelled(
            line.text(), "'" + words + "' of a route is not in the model", line.origin());
      }
    } catch (Malformed e) {
      findings.unread(line, e);
    }
  }
}
