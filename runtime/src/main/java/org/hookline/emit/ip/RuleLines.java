package org.hookline.emit.ip;

import java.util.List;
import java.util.stream.Stream;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.emit.Line;
import org.hookline.model.Host;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.RouteTable;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.Selector;
import org.hookline.model.route.Suppression;

/** {@code rule add pref PREFERENCE SELECTOR ACTION}, tables by number. */
final class RuleLines {
  private RuleLines() {}

  /**
   * A rule without an address is a rule of IPv4. Rules of IPv6 are the kernel's own and those with
   * an address of IPv6; without any of these, none.
   */
  static List<Line> of(Host host, Family family) {
    List<PolicyRule> rules =
        host.rules().stream().filter(r -> family(r.selector()) == family).toList();
    if (family == Family.IPV6 && !rules.isEmpty()) {
      rules = host.rules().stream().filter(r -> ofIpv6(r)).toList();
    }
    return rules.stream().map(r -> line(host, r)).toList();
  }

  /** The kernel's own rules of IPv6 are those of local and main, not of default. */
  private static boolean ofIpv6(PolicyRule rule) {
    boolean own = !rule.origin().known() && rule.selector().equals(Selector.ALL);
    return family(rule.selector()) == Family.IPV6 || own && rule.preference() != 32767;
  }

  private static Family family(Selector selector) {
    return Stream.of(selector.from(), selector.to())
        .flatMap(p -> p.stream())
        .map(Prefix::family)
        .findFirst()
        .orElse(Family.IPV4);
  }

  private static Line line(Host host, PolicyRule rule) {
    String action = rule.action().in(new Words(host));
    String text = "rule add pref " + rule.preference() + " " + rule.selector() + " " + action;
    return new Line(text, rule.origin());
  }

  /** iproute2's words, with the number of a table for its name. */
  private record Words(Host host) implements RuleAction.Handler<String> {
    @Override
    public String lookup(String table, Suppression suppress) {
      String number = host.table(table).map(RouteTable::id).map(String::valueOf).orElseThrow();
      return "lookup " + number + suppress;
    }

    @Override
    public String leap(long preference) {
      return "goto " + preference;
    }

    @Override
    public String nop() {
      return "nop";
    }

    @Override
    public String blackhole() {
      return "blackhole";
    }

    @Override
    public String unreachable() {
      return "unreachable";
    }

    @Override
    public String prohibit() {
      return "prohibit";
    }
  }
}
