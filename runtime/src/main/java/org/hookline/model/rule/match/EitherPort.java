package org.hookline.model.rule.match;

import java.util.List;
import java.util.stream.Collectors;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * {@code tcp port { 53, 123 }}: one of both ports is among these ({@code multiport --ports}).
 *
 * <p>kernel: net/netfilter/xt_multiport.c ports_match_v1()
 *
 * @param ports not empty
 */
public record EitherPort(Protocol protocol, boolean negated, List<PortRange> ports)
    implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred either = Pred.or(in(Fields.SPORT), in(Fields.DPORT));
    return Pred.and(Pred.is(Fields.PROTO, protocol.number()), negated ? Pred.not(either) : either);
  }

  private Pred in(Field field) {
    return Pred.or(
        ports.stream().map(p -> (Pred) new Pred.InRange(field, p.first(), p.last())).toList());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.protocol(false, protocol);
    String text = ports.stream().map(PortRange::colon).collect(Collectors.joining(","));
    line.match("multiport", "--ports", text, negated);
  }

  @Override
  public void nftables(NftLine line) {
    String is = NftLine.ports(ports);
    String sport = protocol + " sport ";
    String dport = protocol + " dport ";
    line.protocol(protocol, "");
    line.either(
        negated
            ? List.of(sport + "!= " + is + " " + dport + "!= " + is)
            : List.of(sport + is, sport + "!= " + is + " " + dport + is));
  }

  @Override
  public String nft() {
    String text = ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    return protocol + " port " + (negated ? "!= " : "") + "{ " + text + " }";
  }
}
