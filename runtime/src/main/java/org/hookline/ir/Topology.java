package org.hookline.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders steps so that each comes before its successors. */
final class Topology {
  private final Map<Label, List<Label>> successors;
  private final Set<Label> entered = new HashSet<>();
  private final Set<Label> left = new HashSet<>();
  private final List<Label> backwards = new ArrayList<>();

  private Topology(Map<Label, List<Label>> successors) {
    this.successors = successors;
  }

  /**
   * The keys, each before its successors.
   *
   * @throws IllegalStateException when there is a loop
   */
  static List<Label> order(Map<Label, List<Label>> successors) {
    Topology topology = new Topology(successors);
    for (Label start : successors.keySet()) {
      if (topology.entered.add(start)) {
        topology.walk(start);
      }
    }
    Collections.reverse(topology.backwards);
    return topology.backwards;
  }

  private record Visit(Label label, Iterator<Label> rest) {}

  /** Depth first, with a stack of its own: chains of rules are long. */
  private void walk(Label start) {
    Deque<Visit> stack = new ArrayDeque<>();
    stack.push(new Visit(start, successors.get(start).iterator()));
    while (!stack.isEmpty()) {
      Visit top = stack.element();
      if (!top.rest().hasNext()) {
        backwards.add(top.label());
        left.add(top.label());
        stack.pop();
        continue;
      }
      Label next = top.rest().next();
      if (entered.add(next)) {
        stack.push(new Visit(next, successors.get(next).iterator()));
      } else if (!left.contains(next)) {
        throw new IllegalStateException(
            "a loop inside one host, through " + top.label() + " and " + next);
      }
    }
  }
}
