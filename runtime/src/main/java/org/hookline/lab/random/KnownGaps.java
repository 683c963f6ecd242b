package org.hookline.lab.random;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the simulator is known to do differently from the kernel: differences of such cases are
 * told, and are no findings. The list has at most ten lines; a line whose gap has closed fails a
 * test.
 */
final class KnownGaps {
  /** Every gap; at present none is known. */
  static final List<Gap> ALL = List.of();

  private KnownGaps() {}

  /**
   * One of them.
   *
   * @param name of the case that shows it
   * @param what is not modelled
   * @param concerns cases that may show it
   */
  record Gap(String name, String what, Predicate<Plan> concerns) {
    String reason() {
      return "known gap: " + what + " (" + name + ")";
    }
  }

  static Optional<Gap> of(Plan plan) {
    return ALL.stream().filter(gap -> gap.concerns().test(plan)).findFirst();
  }
}
