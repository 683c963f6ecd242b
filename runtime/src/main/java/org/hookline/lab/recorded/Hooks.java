package org.hookline.lab.recorded;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of hooks in the labels of steps. */
final class Hooks {
  private static final Set<String> BOXES =
      Set.of("prerouting", "input", "forward", "output", "postrouting");

  private Hooks() {}

  /** The hook whose box a step opens: {@code HOST/forward}. */
  static Optional<String> entered(String label) {
    String box = label.substring(label.indexOf('/') + 1);
    return BOXES.contains(box) ? Optional.of(box.toUpperCase(Locale.ROOT)) : Optional.empty();
  }
}
