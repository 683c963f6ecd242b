package org.hookline.lab;

import java.util.List;
import java.util.Optional;

/**
 * What came of a flow.
 *
 * @param differences the first differing step first; empty when simulator and kernel agree
 * @param notComparable why the prediction is none; empty when it is one
 */
public record FlowReport(
    Flow flow, List<Difference> differences, Optional<String> notComparable, Observation observed) {

  public boolean differs() {
    return !differences.isEmpty();
  }
}
