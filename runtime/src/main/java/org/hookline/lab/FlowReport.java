package org.hookline.lab;

import java.util.List;
import java.util.Optional;

/**
 * What came of a flow.
 *
 * @param differences the first differing step first; empty when simulator and kernel agree
 * @param notComparable why the prediction is none; empty when it is one
 * @param order what was compared of the order of rules
 */
public record FlowReport(
    Flow flow,
    List<Difference> differences,
    Optional<String> notComparable,
    OrderReport order,
    Observation observed) {

  /** A flow that was predicted. */
  FlowReport(Flow flow, Comparison comparison, Observation observed) {
    this(flow, comparison.differences(), Optional.empty(), comparison.order(), observed);
  }

  static FlowReport incomparable(Flow flow, String reason, Observation observed) {
    return new FlowReport(flow, List.of(), Optional.of(reason), OrderReport.NOTHING, observed);
  }

  public boolean differs() {
    return !differences.isEmpty();
  }
}
