package org.hookline.model.rule.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.IcmpQuery;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct original proto-dst 80}: a port of the packet's connection.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c ct_proto_port_check_v3()
 */
public record CtPort(Which which, boolean negated, PortRange ports) implements Match {

  /** Only with one of these nft knows what a port is. */
  private static final Set<Protocol> WITH_PORTS =
      Set.of(Protocol.TCP, Protocol.UDP, new Protocol(132), new Protocol(33), new Protocol(136));

  /** Direction and end. */
  public enum Which {
    ORIGINAL_SRC("--ctorigsrcport", Part.ORIGINAL_SPORT),
    ORIGINAL_DST("--ctorigdstport", Part.ORIGINAL_DPORT),
    REPLY_SRC("--ctreplsrcport", Part.REPLY_SPORT),
    REPLY_DST("--ctrepldstport", Part.REPLY_DPORT);

    private final String option;
    private final Part part;

    Which(String option, Part part) {
      this.option = option;
      this.part = part;
    }
  }

  /** Behind {@code --ctorigdstport} and its siblings. */
  public static CtPort read(Which which, OptionWords words) {
    boolean negated = words.negated();
    return new CtPort(which, negated, PortRange.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred icmp = new Pred.OfEntry(context.host(), Part.PROTO, Protocol.ICMP.number(), 0xff);
    Pred port = new Pred.EntryInRange(context.host(), which.part, ports.first(), ports.last());
    Pred is = Pred.or(Pred.and(icmp, ofIcmp(context.host())), Pred.and(Pred.not(icmp), port));
    return Pred.and(context.connected(), negated ? Pred.not(is) : is);
  }

  /**
   * Of ICMP the source is the identifier, in both directions, and the destination type and code;
   * what opens a connection has code 0.
   *
   * <p>kernel: include/net/netfilter/nf_conntrack_tuple.h struct nf_conntrack_tuple
   */
  private Pred ofIcmp(int host) {
    if (which == Which.ORIGINAL_SRC || which == Which.REPLY_SRC) {
      Part identifier = which == Which.ORIGINAL_SRC ? Part.ORIGINAL_SPORT : Part.REPLY_DPORT;
      return new Pred.EntryInRange(host, identifier, ports.first(), ports.last());
    }
    List<Pred> any = new ArrayList<>();
    for (IcmpQuery query : IcmpQuery.values()) {
      int type = which == Which.ORIGINAL_DST ? query.type() : query.answer();
      if (ports.contains(type << 8)) {
        any.add(new Pred.OfEntry(host, Part.ICMP_TYPE, query.type(), Part.ICMP_TYPE.mask()));
      }
    }
    return Pred.or(any);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("conntrack", which.option, ports.colon(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    String end = which.name().toLowerCase(Locale.ROOT).replace("_", " proto-");
    line.needs(WITH_PORTS);
    line.match("ct " + end + (negated ? " != " : " ") + ports);
  }

  @Override
  public String nft() {
    String end = which.name().toLowerCase(Locale.ROOT).replace("_", " proto-");
    return "ct " + end + (negated ? " != " : " ") + ports;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
