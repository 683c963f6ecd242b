package org.hookline.model.rule.match;

import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
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
    line.only(Family.IPV4).fragment(negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(Family.IPV4, "ip frag-off & 0x1fff " + (negated ? "== 0" : "!= 0"));
  }

  @Override
  public String nft() {
    return "frag " + (negated ? "missing" : "exists");
  }
}
