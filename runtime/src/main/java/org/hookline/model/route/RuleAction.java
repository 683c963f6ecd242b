package org.hookline.model.route;

import java.util.OptionalInt;

/** What an {@code ip rule} does with a packet that it matches. */
public sealed interface RuleAction {

  /**
   * Looks a table up; a result that is suppressed, or none, continues with the next rule.
   *
   * @param suppressPrefixLength results with this prefix length or a shorter one do not count
   */
  record Lookup(String table, OptionalInt suppressPrefixLength) implements RuleAction {}

  /** Continues at the first rule of this preference. */
  record Goto(long preference) implements RuleAction {}

  record Nop() implements RuleAction {}

  record Blackhole() implements RuleAction {}

  record Unreachable() implements RuleAction {}

  record Prohibit() implements RuleAction {}
}
