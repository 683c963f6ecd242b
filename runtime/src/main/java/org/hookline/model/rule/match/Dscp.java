package org.hookline.model.rule.match;

import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.model.rule.DscpValue;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code ip dscp 0x2e}: the upper six bits of the TOS byte.
 *
 * <p>kernel: net/netfilter/xt_dscp.c dscp_mt()
 */
public record Dscp(boolean negated, DscpValue dscp) implements Match {

  /** Behind {@code --dscp}. */
  public static Dscp read(OptionWords words) {
    boolean negated = words.negated();
    return new Dscp(negated, DscpValue.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is = new Pred.Masked(Fields.TOS, dscp.tos(), DscpValue.MASK);
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("dscp", "--dscp", dscp.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(Family.IPV4, "ip dscp " + (negated ? "!= " : "") + dscp);
  }

  @Override
  public String nft() {
    return "ip dscp " + (negated ? "!= " : "") + dscp;
  }
}
