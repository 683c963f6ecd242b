package org.hookline.check;

import java.util.Collection;
import java.util.Locale;

/**
 * What was found out about a property, or about all properties of a check; the worst comes last.
 */
public enum Verdict {
  /** Holds for every flow of the set, whatever is unknown. */
  PROVED,
  /** Depends on something that the model does not determine. */
  ASSUMED,
  /**
   * A bound of the model was met, or no flow of the set can be sent; nothing is known of the rest.
   */
  INCONCLUSIVE,
  /** Fails for some flow, whatever is unknown. */
  REFUTED;

  /** The worst of several; {@link #PROVED} of none. */
  public static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream().reduce(PROVED, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
