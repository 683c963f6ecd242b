package org.hookline.model.rule.match;

import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/** {@code tcp}, {@code udp}, {@code icmp} …: the IP protocol. */
public record ProtocolIs(boolean negated, Protocol protocol) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred is = Pred.is(Fields.PROTO, protocol.number());
    return negated ? Pred.not(is) : is;
  }

  @Override
  public boolean covers(Match narrow) {
    return equals(narrow)
        || narrow instanceof Ports ports && !negated && protocol.equals(ports.protocol());
  }

  @Override
  public boolean ofIpv6() {
    return !negated && protocol.equals(Protocol.ICMPV6);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.protocol(negated, protocol);
  }

  @Override
  public void nftables(NftLine line) {
    if (negated) {
      line.notProtocol(protocol);
    } else {
      line.protocol(protocol, NftLine.layer4(protocol));
    }
  }

  @Override
  public String nft() {
    return "meta l4proto " + (negated ? "!= " : "") + protocol;
  }
}
