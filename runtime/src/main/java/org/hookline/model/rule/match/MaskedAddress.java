package org.hookline.model.rule.match;

import org.hookline.addr.Address;
import org.hookline.addr.Family;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * {@code ip saddr & 255.0.255.0 == 10.0.0.0}: an address in the bits of a mask with holes.
 *
 * <p>kernel: net/ipv4/netfilter/ip_tables.c ip_packet_match()
 */
public record MaskedAddress(End end, boolean negated, Address address, Mask mask) implements Match {

  /** Which end's address. */
  public enum End {
    SADDR(Fields.SRC),
    DADDR(Fields.DST);

    private final Field field;

    End(Field field) {
      this.field = field;
    }
  }

  /** The bits that count. */
  public record Mask(long bits) {
    @Override
    public String toString() {
      return Address.ipv4(bits).toString();
    }
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is = new Pred.Masked(end.field, address.low(), mask.bits());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.only(Family.IPV4);
    Address network = Address.ipv4(address.low() & mask.bits());
    String text = network + "/" + mask;
    if (end == End.SADDR) {
      line.maskedSource(negated, text);
    } else {
      line.maskedDestination(negated, text);
    }
  }

  @Override
  public void nftables(NftLine line) {
    line.match(Family.IPV4, nft());
  }

  @Override
  public String nft() {
    String key = end == End.SADDR ? "saddr" : "daddr";
    Address network = Address.ipv4(address.low() & mask.bits());
    return "ip " + key + " & " + mask + (negated ? " != " : " == ") + network;
  }
}
