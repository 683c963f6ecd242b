package org.hookline.lab.random;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the simulator is known to do differently from the kernel: differences of such cases are
 * told, and are no findings. The list has at most ten lines; a line whose gap has closed fails a
 * test.
 */
final class KnownGaps {
  /** Every gap. */
  static final List<Gap> ALL =
      List.of(
          new Gap(
              "own-next-hop",
              "an error about a packet to its own source goes with its queue at gateways only:"
                  + " to compare all addresses costs the checker too much",
              plan -> plan.cold() && plan.probes().stream().anyMatch(KnownGaps::toItself)));

  private KnownGaps() {}

  private static boolean toItself(JsonObject probe) {
    return probe.has("src") && probe.get("src").equals(probe.get("dst"));
  }

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
