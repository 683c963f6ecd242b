package org.hookline.model.rule;

import java.util.Set;

/**
 * What an option adds to one rule.
 *
 * @param module whose option it is, {@code iprange}; empty for one without a module
 * @param option {@code --src-range}; empty if the text is not to be shared
 * @param text {@code -s 10.0.0.0/8} or {@code ! --src-range …}; empty for nothing
 */
record Piece(String module, String option, String text) {
  static final Piece NONE = plain("");

  /** Modules whose options say something about the packet each by itself. */
  private static final Set<String> SEVERAL =
      Set.of("tcp", "udp", "udplite", "sctp", "dccp", "iprange", "devgroup", "ecn");

  private static final String APART = "-";

  static Piece plain(String text) {
    return new Piece("", "", text);
  }

  /** Text with a module of its own in it. */
  static Piece apart(String text) {
    return new Piece(APART, "", text);
  }

  boolean plain() {
    return module.isEmpty();
  }

  /** Whether it can share the module's {@code -m} with these options. */
  boolean joins(Set<String> options) {
    return SEVERAL.contains(module) && !options.contains(option);
  }

  String named() {
    return module.equals(APART) ? text : "-m " + module + " " + text;
  }
}
