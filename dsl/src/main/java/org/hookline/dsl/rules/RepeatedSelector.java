package org.hookline.dsl.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.hookline.RuleSelector;

/** A selector that stands twice in one policy rule. */
final class RepeatedSelector implements TreeRule<PolicyRuleEntry> {
  static final String CODE = "repeated-selector";

  @Override
  public Class<PolicyRuleEntry> type() {
    return PolicyRuleEntry.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(PolicyRuleEntry rule, Findings findings) {
    Set<EClass> seen = new HashSet<>();
    for (RuleSelector selector : rule.getSelectors()) {
      if (!seen.add(selector.eClass())) {
        findings
            .at(selector)
            .error(
                CODE,
                "this kind of selector stands in the rule already",
                "ip rule takes each selector once; write a second rule");
      }
    }
  }
}
