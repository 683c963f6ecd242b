package org.hookline.model.rule.match;

import org.hookline.addr.AddressSet;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/** {@code daddr}: the destination address is in a set. */
public record Daddr(boolean negated, AddressSet addresses) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred in = Addresses.in(Fields.DST, addresses);
    return negated ? Pred.not(in) : in;
  }

  @Override
  public boolean covers(Match narrow) {
    return equals(narrow)
        || narrow instanceof Daddr other
            && !negated
            && !other.negated
            && other.addresses.minus(addresses).isEmpty();
  }

  @Override
  public boolean ofIpv6() {
    return Addresses.ofIpv6(addresses);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.destination(negated, addresses);
  }

  @Override
  public void nftables(NftLine line) {
    line.address("daddr", negated, addresses);
  }

  @Override
  public String nft() {
    return "daddr " + Addresses.nft(addresses, negated);
  }
}
