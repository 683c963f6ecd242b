package org.hookline.dsl.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.DnatTarget;
import org.hookline.dsl.hookline.DropTarget;
import org.hookline.dsl.hookline.MasqueradeTarget;
import org.hookline.dsl.hookline.NotrackTarget;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.hookline.PacketTarget;
import org.hookline.dsl.hookline.RedirectTarget;
import org.hookline.dsl.hookline.RejectTarget;
import org.hookline.dsl.hookline.SnatTarget;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.rules.Hooks.Hook;
import org.hookline.model.rule.TableName;

/** A target in a table or chain where the kernel does not take it. */
final class TargetNotAllowed implements TreeRule<PacketRule> {
  static final String CODE = "target-not-allowed";

  @Override
  public Class<PacketRule> type() {
    return PacketRule.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(PacketRule rule, Findings findings) {
    PacketTarget target = rule.getTarget();
    List<Hook> allowed = target == null ? List.of() : new Allowed().doSwitch(target);
    Optional<Hook> here = Hooks.of(rule);
    if (allowed.isEmpty() || here.isEmpty()) {
      return;
    }
    boolean fits =
        allowed.stream()
            .anyMatch(
                hook ->
                    hook.table() == here.get().table()
                        && (hook.chain().equals(here.get().chain())
                            || !here.get().table().builtIn().contains(here.get().chain())));
    if (!fits) {
      findings
          .at(target)
          .error(
              CODE,
              "'" + Origins.text(target) + "' cannot stand in table " + here.get(),
              "in " + String.join(", ", allowed.stream().map(Hook::toString).toList()));
    }
  }

  /** Where a target may stand; empty for anywhere but where it filters in nat. */
  private static final class Allowed extends HooklineSwitch<List<Hook>> {

    @Override
    public List<Hook> caseDnatTarget(DnatTarget target) {
      return Hooks.in(TableName.NAT, "PREROUTING", "OUTPUT");
    }

    @Override
    public List<Hook> caseRedirectTarget(RedirectTarget target) {
      return Hooks.in(TableName.NAT, "PREROUTING", "OUTPUT");
    }

    @Override
    public List<Hook> caseSnatTarget(SnatTarget target) {
      return Hooks.in(TableName.NAT, "INPUT", "POSTROUTING");
    }

    @Override
    public List<Hook> caseMasqueradeTarget(MasqueradeTarget target) {
      return Hooks.in(TableName.NAT, "POSTROUTING");
    }

    @Override
    public List<Hook> caseRejectTarget(RejectTarget target) {
      return Hooks.in(TableName.FILTER, "INPUT", "FORWARD", "OUTPUT");
    }

    @Override
    public List<Hook> caseNotrackTarget(NotrackTarget target) {
      return Hooks.in(TableName.RAW, "PREROUTING", "OUTPUT");
    }

    /** iptables: "The nat table is not intended for filtering". */
    @Override
    public List<Hook> caseDropTarget(DropTarget target) {
      return Stream.of(TableName.values())
          .filter(table -> table != TableName.NAT)
          .flatMap(table -> Hooks.in(table, table.builtIn().toArray(String[]::new)).stream())
          .toList();
    }

    @Override
    public List<Hook> defaultCase(EObject target) {
      return List.of();
    }
  }
}
