package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.hookline.dsl.hookline.ChainBlock;
import org.hookline.dsl.hookline.DnatTarget;
import org.hookline.dsl.hookline.MasqueradeTarget;
import org.hookline.dsl.hookline.NftTableBlock;
import org.hookline.dsl.hookline.PacketRule;
import org.hookline.dsl.hookline.PacketTarget;
import org.hookline.dsl.hookline.RedirectTarget;
import org.hookline.dsl.hookline.RejectTarget;
import org.hookline.dsl.hookline.SnatTarget;
import org.hookline.dsl.hookline.util.HooklineSwitch;
import org.hookline.dsl.lower.Origins;

/**
 * A target in a base chain of nft where the kernel does not take it.
 *
 * <p>kernel: net/netfilter/nft_nat.c, nft_masq.c, nft_redir.c, nft_reject.c: validate()
 */
final class NftTarget implements TreeRule<PacketRule> {

  /** Types and hooks at which a target may stand; empty types stand for all. */
  private record Allowed(List<String> types, List<String> hooks) {
    boolean takes(ChainBlock chain) {
      return (types.isEmpty() || types.contains(chain.getKind()))
          && hooks.contains(chain.getHook());
    }

    @Override
    public String toString() {
      String type = types.isEmpty() ? "any type" : "type " + String.join(", ", types);
      return "in a chain of " + type + " at " + String.join(", ", hooks);
    }
  }

  private static final List<String> NAT = List.of("nat");

  @Override
  public Class<PacketRule> type() {
    return PacketRule.class;
  }

  @Override
  public List<String> codes() {
    return List.of(TargetNotAllowed.CODE);
  }

  @Override
  public void check(PacketRule rule, Findings findings) {
    PacketTarget target = rule.getTarget();
    if (target == null
        || !(rule.eContainer() instanceof ChainBlock chain)
        || chain.getHook() == null
        || !(chain.eContainer() instanceof NftTableBlock)) {
      return;
    }
    Allowed allowed = new Places().doSwitch(target);
    if (allowed != null && !allowed.takes(chain)) {
      findings
          .at(target)
          .error(
              TargetNotAllowed.CODE,
              "'"
                  + Origins.text(target)
                  + "' cannot stand in a chain of type "
                  + chain.getKind()
                  + " at "
                  + chain.getHook(),
              allowed.toString());
    }
  }

  /** Where targets may stand; null for anywhere. */
  private static final class Places extends HooklineSwitch<Allowed> {
    private static final Allowed DESTINATION = new Allowed(NAT, List.of("prerouting", "output"));

    @Override
    public Allowed caseDnatTarget(DnatTarget target) {
      return DESTINATION;
    }

    @Override
    public Allowed caseRedirectTarget(RedirectTarget target) {
      return DESTINATION;
    }

    @Override
    public Allowed caseSnatTarget(SnatTarget target) {
      return new Allowed(NAT, List.of("input", "postrouting"));
    }

    @Override
    public Allowed caseMasqueradeTarget(MasqueradeTarget target) {
      return new Allowed(NAT, List.of("postrouting"));
    }

    @Override
    public Allowed caseRejectTarget(RejectTarget target) {
      return new Allowed(List.of(), List.of("prerouting", "input", "forward", "output"));
    }

    @Override
    public Allowed defaultCase(EObject target) {
      return null;
    }
  }
}
