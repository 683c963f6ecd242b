package org.hookline.dsl.ide.hover;

import java.util.List;
import org.hookline.dsl.ide.network.PlainRules;

/** A rule as the commands that add it: one, or several where iptables needs more. */
final class RuleLine {
  private RuleLine() {}

  /** {@code iptables -t nat -A PREROUTING -d 10.0.0.1 -j DNAT …}; none in a table of nft. */
  static List<String> iptables(PlainRules.Placed placed) {
    return placed.table().iptables(placed.chain(), placed.rule());
  }
}
