package org.hookline.dsl.tests.print;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hookline.model.Host;
import org.hookline.model.route.Route;
import org.hookline.model.route.RouteTable;
import org.hookline.model.rule.PacketTable;
import org.hookline.source.Origin;

/**
 * What a host is, without where it was written: one line an element. Tables are in the order of
 * their numbers and names, and the routes of a table in that of their text, as the kernel keeps
 * them.
 */
final class Shape {
  private final StringBuilder text = new StringBuilder();

  private Shape() {}

  static String of(Host host) {
    Shape shape = new Shape();
    shape.value(
        new Host(
            host.name(),
            host.kernel(),
            host.sysctls(),
            host.interfaces(),
            tables(host.tables()),
            host.rules(),
            host.iptables(),
            host.packetTables().stream().sorted(Comparator.comparing(PacketTable::name)).toList(),
            host.nftTables(),
            host.listeners(),
            host.neighbours(),
            host.unmodelled(),
            host.origin()));
    return shape.text.toString();
  }

  private static List<RouteTable> tables(List<RouteTable> tables) {
    List<RouteTable> sorted = new ArrayList<>();
    tables.stream()
        .sorted(Comparator.comparing(RouteTable::id))
        .forEach(
            t ->
                sorted.add(
                    new RouteTable(
                        t.name(),
                        t.id(),
                        t.routes().stream().sorted(Comparator.comparing(Route::text)).toList(),
                        t.origin())));
    return sorted;
  }

  private void value(Object value) {
    if (value instanceof Record made) {
      record(made);
    } else if (value instanceof Collection<?> many) {
      text.append('[');
      many.forEach(
          v -> {
            text.append('\n');
            value(v);
          });
      text.append(']');
    } else if (value instanceof Map<?, ?> map) {
      value(
          new TreeMap<>(map)
              .entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
    } else if (value instanceof Optional<?> some) {
      some.ifPresent(this::value);
    } else {
      text.append(value);
    }
  }

  private void record(Record made) {
    text.append(made.getClass().getSimpleName()).append('(');
    for (RecordComponent part : made.getClass().getRecordComponents()) {
      if (part.getType() != Origin.class && !part.getName().equals("policy")) {
        text.append(part.getName()).append('=');
        value(read(part, made));
        text.append(' ');
      }
    }
    text.append(')');
  }

  private static Object read(RecordComponent part, Record made) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(made);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot read " + part, e);
    }
  }
}
