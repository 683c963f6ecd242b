package org.hookline.check;

import java.util.List;
import java.util.Set;
import org.hookline.ir.Bound;
import org.hookline.ir.Fate;

/** Why nothing is known of some flows, or of all, in words. */
final class Unknown {
  private Unknown() {}

  /** Why more flows may fail than the boxes of a set have. */
  static final String SCATTERED = "the failing flows are too scattered to list all of them";

  /** Each reason once; none where every flow of the set is known. */
  static List<String> of(SymbolicRun run, Failing failing) {
    if (run.universe().isEmpty()) {
      Set<String> never = run.reasons(Fate.Outcome.NEVER_SENT);
      String why =
          never.isEmpty() ? "nobody there has one of its sources" : String.join(", ", never);
      return List.of("no flow of the set can be sent: " + why);
    }
    if (failing.inconclusive().isEmpty()) {
      return List.of();
    }
    Set<String> bounds = run.reasons(Fate.Outcome.INCONCLUSIVE);
    return bounds.isEmpty() ? List.of(Bound.NODES.fate().reason()) : List.copyOf(bounds);
  }
}
