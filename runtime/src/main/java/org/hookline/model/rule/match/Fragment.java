package org.hookline.model.rule.match;

import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.RuleContext;

/**
 * {@code frag exists}: a second or further fragment. Packets of the model are whole, as the packets
 * that open connections are, and as conntrack puts them together; so none is a fragment.
 *
 * <p>kernel: net/ipv4/netfilter/ip_tables.c ip_packet_match() IPT_F_FRAG
 */
public record Fragment(boolean negated) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    return negated ? Pred.TRUE : Pred.FALSE;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.fragment(negated);
  }

  @Override
  public String nft() {
    return "frag " + (negated ? "missing" : "exists");
  }
}
