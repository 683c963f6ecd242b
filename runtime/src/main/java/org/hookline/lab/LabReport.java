package org.hookline.lab;

import java.util.List;

/**
 * What came of a session in the lab.
 *
 * @param kernel version of the running kernel
 * @param substitutions what was different from the description, one sentence each
 * @param omitted what was not played, with the reason
 * @param flows in the order in which they were played
 */
public record LabReport(
    String kernel, List<String> substitutions, List<String> omitted, List<FlowReport> flows) {

  public Summary summary() {
    int differed = (int) flows.stream().filter(FlowReport::differs).count();
    int unknown = (int) flows.stream().filter(f -> f.notComparable().isPresent()).count();
    int compared = flows.size() - unknown;
    return new Summary(compared, compared - differed, differed, unknown);
  }

  /** Passages of flows through hosts whose order of rules was compared. */
  public int ordersCompared() {
    return flows.stream().mapToInt(f -> f.order().hosts().size()).sum();
  }

  /** What of the order of rules could not be compared, once for each flow. */
  public int ordersNotComparable() {
    return flows.stream().mapToInt(f -> f.order().notComparable().size()).sum();
  }

  /** What the kernel said, to be kept; packets that nobody's socket sent are left out. */
  public Recording recording() {
    return new Recording(
        kernel,
        substitutions,
        flows.stream().flatMap(f -> Recording.Played.of(f).stream()).toList());
  }
}
