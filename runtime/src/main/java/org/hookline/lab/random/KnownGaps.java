package org.hookline.lab.random;

import java.util.List;
import java.util.Optional;

/**
 * What the simulator is known to do differently from the kernel: differences of such cases are
 * told, and are no findings. The list has at most ten lines; a line whose gap has closed fails a
 * test.
 */
final class KnownGaps {
  /** Every gap, by the sysctl that opens it. */
  static final List<Gap> ALL = List.of();

  private KnownGaps() {}

  /**
   * One of them.
   *
   * @param sysctl the last part of its name
   * @param what is not modelled
   */
  record Gap(String sysctl, String what) {
    String reason() {
      return "known gap: " + what + " (" + sysctl + ")";
    }

    private boolean concerns(Plan plan) {
      return plan.host().sysctl().keySet().stream().anyMatch(key -> key.endsWith("." + sysctl));
    }
  }

  static Optional<Gap> of(Plan plan) {
    return ALL.stream().filter(gap -> gap.concerns(plan)).findFirst();
  }
}
