package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
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

  private static final int MULTIPORT_PLACES = 15;

  /** Protocols whose module knows {@code --sport} and {@code --dport}. */
  private static final Set<Protocol> OWN_MODULE =
      Set.of(Protocol.TCP, Protocol.UDP, Protocol.parse("sctp"));

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

  /** Ports that multiport cannot hold go into further rules; of a negated set, into this one. */
  @Override
  public List<Match> alternatives() {
    return negated
        ? List.of(this)
        : chunks().stream().map(c -> (Match) new Ports(protocol, end, false, c)).toList();
  }

  /**
   * kernel: include/uapi/linux/netfilter/xt_multiport.h XT_MULTI_PORTS; a range takes two places
   */
  private List<List<PortRange>> chunks() {
    List<List<PortRange>> chunks = new ArrayList<>();
    int free = 0;
    for (PortRange range : ports) {
      int places = range.first() == range.last() ? 1 : 2;
      if (free < places) {
        chunks.add(new ArrayList<>());
        free = MULTIPORT_PLACES;
      }
      chunks.get(chunks.size() - 1).add(range);
      free -= places;
    }
    return chunks;
  }

  @Override
  public void iptables(IptablesLine line) {
    String word = "--" + end.name().toLowerCase(Locale.ROOT);
    line.protocol(protocol.toString(), false);
    boolean own = ports.size() == 1 && OWN_MODULE.contains(protocol);
    for (List<PortRange> chunk : chunks()) {
      String text = chunk.stream().map(PortRange::colon).collect(Collectors.joining(","));
      if (own) {
        line.match(protocol.toString(), word, text, negated);
      } else {
        line.match("multiport", word + "s", text, negated);
      }
    }
  }

  @Override
  public String nft() {
    String text = ports.stream().map(PortRange::toString).collect(Collectors.joining(", "));
    String word = protocol + " " + end.name().toLowerCase(Locale.ROOT) + (negated ? " != " : " ");
    return word + (ports.size() == 1 ? text : "{ " + text + " }");
  }
}
