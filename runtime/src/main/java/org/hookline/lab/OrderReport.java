package org.hookline.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * What was compared of the order in which a flow's packets met hooks, chains and rules.
 *
 * @param hosts those at which the kernel told it, in order
 * @param differences the first step that differs, of each host where one does
 * @param notComparable where it could not be compared, or not wholly
 */
public record OrderReport(
    List<String> hosts, List<Astray> differences, List<Unseen> notComparable) {
  /**
   * Where an order differs.
   *
   * @param amongRules whether both passed the hook, and met other rules there
   */
  public record Astray(String host, boolean amongRules, Difference difference) {}

  /** What a kernel did not tell. */
  public record Unseen(String host, String reason) {}

  static final OrderReport NOTHING = new OrderReport(List.of(), List.of(), List.of());

  public OrderReport {
    hosts = List.copyOf(hosts);
    differences = List.copyOf(differences);
    notComparable = List.copyOf(notComparable);
  }

  /** Both. */
  OrderReport and(OrderReport other) {
    return new OrderReport(
        both(hosts, other.hosts),
        both(differences, other.differences),
        both(notComparable, other.notComparable));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
