package org.hookline.model.route;

import java.util.ArrayList;
import java.util.List;

/** Where the kernel puts a further policy rule. */
public final class RuleOrder {
  private RuleOrder() {}

  /**
   * The preference of a rule that names none: one before the second rule.
   *
   * <p>kernel: net/core/fib_rules.c fib_default_rule_pref()
   *
   * @param rules in order of evaluation
   */
  public static long free(List<PolicyRule> rules) {
    return rules.size() > 1 && rules.get(1).preference() > 0 ? rules.get(1).preference() - 1 : 0;
  }

  /**
   * The rules with one more: behind those of the same preference.
   *
   * <p>kernel: net/core/fib_rules.c fib_nl_newrule()
   */
  public static List<PolicyRule> with(List<PolicyRule> rules, PolicyRule rule) {
    int place = 0;
    while (place < rules.size() && rules.get(place).preference() <= rule.preference()) {
      place++;
    }
    List<PolicyRule> all = new ArrayList<>(rules);
    all.add(place, rule);
    return List.copyOf(all);
  }
}
