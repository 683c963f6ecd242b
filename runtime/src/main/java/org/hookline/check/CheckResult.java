package org.hookline.check;

import java.util.List;
import org.hookline.model.property.Check;

/**
 * The verdicts on a check.
 *
 * @param unrecorded the hosts whose kernel no prediction was ever compared with, as {@code box:
 *     3.10}; what is said of them rests on the sources of that kernel
 */
public record CheckResult(Check check, List<PropertyResult> properties, List<String> unrecorded) {

  /** The worst of the properties. */
  public Verdict verdict() {
    return Verdict.worst(properties.stream().map(PropertyResult::verdict).toList());
  }

  /** What the verdicts rest on, each once. */
  public List<String> assumptions() {
    return properties.stream().flatMap(p -> p.assumptions().stream()).distinct().toList();
  }

  /**
   * Whether the author expected this: proved, refuted with {@code expect refuted}, or assumed with
   * every assumption named by {@code assuming}.
   */
  public boolean met() {
    if (check.expectRefuted()) {
      return verdict() == Verdict.REFUTED;
    }
    return verdict() == Verdict.PROVED
        || (verdict() == Verdict.ASSUMED && check.assuming().containsAll(assumptions()));
  }
}
