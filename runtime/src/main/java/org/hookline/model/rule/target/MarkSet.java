package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.addr.MaskedMark;
import org.hookline.ir.Effect;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftMark;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.Fields;

/**
 * {@code mark set VALUE/MASK}: {@code mark = (mark \& ~mask) ^ value} ({@code --set-xmark}).
 *
 * <p>kernel: net/netfilter/xt_mark.c mark_tg()
 */
public record MarkSet(MaskedMark mark) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(
        new Verdict.Continue(),
        new Effect.SetMasked(Fields.MARK, 0, mark.mask()),
        new Effect.Flip(Fields.MARK, mark.value()));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j MARK --set-xmark " + mark.full());
  }

  @Override
  public void nftables(NftLine line) {
    line.target(NftMark.set("meta mark", mark));
  }

  @Override
  public String nft() {
    return "mark set " + mark;
  }
}
