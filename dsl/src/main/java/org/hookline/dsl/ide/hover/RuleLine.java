package org.hookline.dsl.ide.hover;

import org.hookline.dsl.ide.network.PlainRules;

/** A rule as the command that adds it. */
final class RuleLine {
  private RuleLine() {}

  /** {@code iptables -t nat -A PREROUTING -d 10.0.0.1 -j DNAT …}. */
  static String iptables(PlainRules.Placed placed) {
    return "iptables -t "
        + placed.table().name().word()
        + " -A "
        + placed.chain().name()
        + " "
        + placed.rule().iptables();
  }
}
