package org.hookline.dsl.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.hookline.dsl.hookline.GotoVerdict;
import org.hookline.dsl.hookline.HostElement;
import org.hookline.dsl.hookline.LookupVerdict;
import org.hookline.dsl.hookline.NopVerdict;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.hookline.RejectingVerdict;
import org.hookline.dsl.hookline.RuleList;
import org.hookline.dsl.hookline.RuleRemoval;
import org.hookline.dsl.hookline.TunnelSelector;
import org.hookline.dsl.hookline.VrfVerdict;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.word.Words;
import org.hookline.model.KernelEntries;
import org.hookline.model.Unmodelled;
import org.hookline.model.route.PolicyRule;
import org.hookline.model.route.RuleAction;
import org.hookline.model.route.RuleOrder;
import org.hookline.model.route.Selector;
import org.hookline.model.route.Suppression;

/** The policy rules of one host, as if each line were an {@code ip rule} command, in text order. */
final class RuleLowering extends HooklineSwitch<Boolean> {
  private final List<PolicyRule> rules = new ArrayList<>(KernelEntries.rules());
  private final List<Unmodelled> unmodelled = new ArrayList<>();
  private final Origins origins;
  private final Removals removals;

  RuleLowering(Origins origins, Removals removals) {
    this.origins = origins;
    this.removals = removals;
  }

  List<PolicyRule> lower(List<HostElement> elements) {
    elements.forEach(this::doSwitch);
    return List.copyOf(rules);
  }

  @Override
  public Boolean caseRuleList(RuleList list) {
    list.getEntries().forEach(this::doSwitch);
    return true;
  }

  @Override
  public Boolean casePolicyRuleEntry(PolicyRuleEntry entry) {
    long preference =
        entry.getPreference() == null
            ? RuleOrder.free(rules)
            : Words.PREFERENCE.read(entry.getPreference());
    Optional<String> missing = missing(entry);
    if (missing.isPresent()) {
      unmodelled.add(new Unmodelled(Origins.text(entry), missing.get(), origins.whole(entry)));
      return true;
    }
    List<PolicyRule> more =
        RuleOrder.with(
            rules,
            new PolicyRule(
                preference,
                selector(entry),
                new Actions().doSwitch(entry.getAction()),
                origins.whole(entry)));
    rules.clear();
    rules.addAll(more);
    return true;
  }

  /** What of a rule is not in the model, so that it is left out. */
  private static Optional<String> missing(PolicyRuleEntry entry) {
    boolean tunnel = entry.getSelectors().stream().anyMatch(TunnelSelector.class::isInstance);
    if (entry.getAction() instanceof VrfVerdict) {
      return Optional.of("tables of vrf devices are not in the model");
    }
    return tunnel ? Optional.of("tunnel ids are not in the model") : Optional.empty();
  }

  /** Rules that ask for something that is not in the model. */
  List<Unmodelled> unmodelled() {
    return List.copyOf(unmodelled);
  }

  @Override
  public Boolean caseRuleRemoval(RuleRemoval removal) {
    Optional<PolicyRule> found = rules.stream().filter(removed(removal)).findFirst();
    if (found.isEmpty()) {
      removals.nothing(removal);
    } else {
      rules.remove(found.get());
    }
    return true;
  }

  private Predicate<PolicyRule> removed(RuleRemoval removal) {
    if (removal.getRule() == null) {
      long preference = Words.PREFERENCE.read(removal.getPreference());
      return rule -> rule.preference() == preference;
    }
    Selector selector = selector(removal.getRule());
    RuleAction action = new Actions().doSwitch(removal.getRule().getAction());
    return rule -> rule.selector().equals(selector) && rule.action().equals(action);
  }

  private static Selector selector(PolicyRuleEntry entry) {
    return SelectorLowering.lower(entry.isNegated(), entry.getSelectors());
  }

  private static final class Actions extends HooklineSwitch<RuleAction> {
    @Override
    public RuleAction caseLookupVerdict(LookupVerdict verdict) {
      String suppress = verdict.getSuppress();
      return new RuleAction.Lookup(
          verdict.getTable().getName(),
          new Suppression(
              suppress == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(Words.PREFIX_LENGTH.read(suppress).intValue()),
              verdict.getGroup() == null
                  ? OptionalInt.empty()
                  : OptionalInt.of(Words.GROUP.read(verdict.getGroup()))));
    }

    @Override
    public RuleAction caseGotoVerdict(GotoVerdict verdict) {
      return new RuleAction.Goto(Words.PREFERENCE.read(verdict.getPreference()));
    }

    @Override
    public RuleAction caseNopVerdict(NopVerdict verdict) {
      return new RuleAction.Nop();
    }

    @Override
    public RuleAction caseRejectingVerdict(RejectingVerdict verdict) {
      return switch (verdict.getType()) {
        case "blackhole" -> new RuleAction.Blackhole();
        case "unreachable" -> new RuleAction.Unreachable();
        default -> new RuleAction.Prohibit();
      };
    }
  }
}
