package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.addr.MaskedMark;
import org.hookline.ir.conntrack.Connmark;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftMark;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct mark set VALUE/MASK}: {@code ct mark = (ct mark \& ~mask) ^ value}.
 *
 * <p>kernel: net/netfilter/xt_connmark.c connmark_tg_shift()
 */
public record ConnmarkSet(MaskedMark mark) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Tracked.only(context, new Connmark.Write(context.host(), mark));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CONNMARK --set-xmark " + mark.full());
  }

  @Override
  public void nftables(NftLine line) {
    line.target(NftMark.set("ct mark", mark));
  }

  @Override
  public String nft() {
    return "ct mark set " + mark;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
