package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;

/** An option that a rule of iptables takes once, collected from however many matches. */
interface Option {

  /**
   * What matches the same, one rule each; no packet matches two of them, and none matches if there
   * are none.
   */
  List<Piece> pieces();

  /** What a rule would need twice. */
  default Optional<String> conflict() {
    return Optional.empty();
  }
}
