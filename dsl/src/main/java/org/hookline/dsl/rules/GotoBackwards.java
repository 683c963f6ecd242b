package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import org.hookline.dsl.hookline.GotoVerdict;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.word.Words;

/** A goto that would not go forward, which the kernel refuses. */
final class GotoBackwards implements TreeRule<PolicyRuleEntry> {
  static final String CODE = "goto-backwards";
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

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
    if (!(rule.getAction() instanceof GotoVerdict verdict) || rule.getPreference() == null) {
      return;
    }
    Optional<Long> from = Readable.word(Words.PREFERENCE, rule.getPreference());
    Optional<Long> to = Readable.word(Words.PREFERENCE, verdict.getPreference());
    if (from.isPresent() && to.filter(target -> target <= from.get()).isPresent()) {
      findings
          .at(verdict, HKL.getGotoVerdict_Preference())
          .error(
              CODE,
              "goto " + to.get() + " does not lead forward from " + from.get(),
              "the preference of a later rule");
    }
  }
}
