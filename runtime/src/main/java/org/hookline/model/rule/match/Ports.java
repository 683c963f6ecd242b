package org.hookline.model.rule.match;

import java.util.List;
import java.util.Locale;
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
 * {@code tcp dport 50000-50100}: protocol and one end's ports. Negation is of the ports only.
 *
 * @param ports not empty
 */
public record Ports(Protocol protocol, End end, boolean negated, List<PortRange> ports)
    implements Match {

  /** Which end's port. */
  public enum End {
    SPORT,
    DPORT
  }

  @Override
  public Pred lower(RuleContext context) {
    Field field = end == End.SPORT ? Fields.SPORT : Fields.DPORT;
    Pred in =
        Pred.or(
            ports.stream().map(p -> (Pred) new Pred.InRange(field, p.first(), p.last())).toList());
    return Pred.and(Pred.is(Fields.PROTO, protocol.number()), negated ? Pred.not(in) : in);
  }

  @Override
  public boolean covers(Match narrow) {
    return equals(narrow)
        || narrow instanceof Ports other
            && protocol.equals(other.protocol)
            && end == other.end
            && !negated
            && !other.negated
            && other.ports.stream().allMatch(this::hasAll);
  }

  private boolean hasAll(PortRange range) {
    return ports.stream().anyMatch(p -> p.first() <= range.first() && range.last() <= p.last());
  }

  @Override
  public void iptables(IptablesLine line) {
    if (end == End.SPORT) {
      line.sport(protocol, negated, ports);
    } else {
      line.dport(protocol, negated, ports);
    }
  }

  @Override
  public void nftables(NftLine line) {
    line.protocol(protocol, "");
    String word = protocol + " " + end.name().toLowerCase(Locale.ROOT) + (negated ? " != " : " ");
    line.match(word + NftLine.ports(ports));
  }

  @Override
  public String nft() {
    String text = ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    String word = protocol + " " + end.name().toLowerCase(Locale.ROOT) + (negated ? " != " : " ");
    return word + (ports.size() == 1 ? text : "{ " + text + " }");
  }
}
