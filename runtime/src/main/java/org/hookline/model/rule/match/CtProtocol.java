package org.hookline.model.rule.match;

import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct protocol tcp}: the protocol of the packet's connection; of an ICMP error, that of the
 * connection it is about.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c ct_proto_port_check_v3()
 */
public record CtProtocol(boolean negated, Protocol protocol) implements Match {

  /** Behind {@code --ctproto}. */
  public static CtProtocol read(OptionWords words) {
    boolean negated = words.negated();
    return new CtProtocol(negated, Protocol.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is = new Pred.OfEntry(context.host(), Part.PROTO, protocol.number(), 0xff);
    return Pred.and(context.connected(), negated ? Pred.not(is) : is);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("conntrack", "--ctproto", "" + protocol.number(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match("ct original protocol " + (negated ? "!= " : "") + protocol.number());
  }

  @Override
  public String nft() {
    return "ct protocol " + (negated ? "!= " : "") + protocol;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
