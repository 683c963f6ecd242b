package org.hookline.model.rule.match;

import org.hookline.addr.MaskedMark;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftMark;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code mark VALUE/MASK}. A value with bits outside the mask never matches.
 *
 * <p>kernel: net/netfilter/xt_mark.c mark_mt()
 */
public record Mark(boolean negated, MaskedMark mark) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred is =
        (mark.value() & ~mark.mask()) != 0
            ? Pred.FALSE
            : new Pred.Masked(Fields.MARK, mark.value(), mark.mask());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("mark", "--mark", mark.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    NftMark.match("meta mark", negated, mark, line);
  }

  @Override
  public String nft() {
    return "mark " + (negated ? "!= " : "") + mark;
  }
}
