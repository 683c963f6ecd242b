package org.hookline.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was compared of the order in which a flow's packets met hooks, chains and rules.
 *
 * @param hosts those at which the kernel told it, in order
 * @param differences by host the first step that differs, the host first that the flow passed first
 * @param notComparable where it could not be compared, or not wholly
 */
public record OrderReport(
    List<String> hosts, Map<String, Difference> differences, List<Unseen> notComparable) {
  /** What a kernel did not tell. */
  public record Unseen(String host, String reason) {}

  static final OrderReport NOTHING = new OrderReport(List.of(), Map.of(), List.of());

  public OrderReport {
    hosts = List.copyOf(hosts);
    differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    notComparable = List.copyOf(notComparable);
  }

  /** Both. */
  OrderReport and(OrderReport other) {
    Map<String, Difference> all = new LinkedHashMap<>(differences);
    all.putAll(other.differences);
    return new OrderReport(both(hosts, other.hosts), all, both(notComparable, other.notComparable));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
