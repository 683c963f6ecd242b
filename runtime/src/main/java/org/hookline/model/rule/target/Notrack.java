package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code notrack}: conntrack leaves the packet alone, unless it was told something else before. By
 * itself it does not make the kernel register conntrack.
 *
 * <p>kernel: net/netfilter/xt_CT.c xt_ct_target(), xt_ct_tg_check(), notrack_tg()
 */
public record Notrack() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    Pred untouched = Pred.is(Fields.CT_STATE, CtState.UNSEEN.value());
    Effect leave = new Effect.Set(Fields.CT_STATE, CtState.UNTRACKED.value());
    return List.of(
        new Outcome(untouched, List.of(leave), new Verdict.Continue()),
        new Outcome(Pred.TRUE, List.of(), new Verdict.Continue()));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CT --notrack");
  }

  @Override
  public void nftables(NftLine line) {
    line.target("notrack");
  }

  @Override
  public String nft() {
    return "notrack";
  }
}
