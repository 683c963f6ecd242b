package org.hookline.model.rule.match;

import org.hookline.addr.MaskedMark;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftMark;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct mark VALUE/MASK}; a packet without an entry matches neither way.
 *
 * <p>kernel: net/netfilter/xt_connmark.c connmark_mt()
 */
public record Connmark(boolean negated, MaskedMark mark) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred is =
        (mark.value() & ~mark.mask()) != 0
            ? Pred.FALSE
            : new Pred.OfEntry(context.host(), Part.MARK, mark.value(), mark.mask());
    return Pred.and(context.connected(), negated ? Pred.not(is) : is);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("connmark", "--mark", mark.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    NftMark.match("ct mark", negated, mark, line);
  }

  @Override
  public String nft() {
    return "ct mark " + (negated ? "!= " : "") + mark;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
