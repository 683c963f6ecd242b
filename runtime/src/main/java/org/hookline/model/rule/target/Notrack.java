package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code notrack}: conntrack leaves the packet alone.
 *
 * <p>kernel: net/netfilter/xt_CT.c notrack_tg()
 */
public record Notrack() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(
        new Verdict.Accept(), new Effect.Set(Fields.CT_STATE, CtState.UNTRACKED.value()));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CT --notrack");
  }

  @Override
  public String nft() {
    return "notrack";
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
