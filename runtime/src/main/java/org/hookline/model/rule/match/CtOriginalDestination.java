package org.hookline.model.rule.match;

import java.util.List;
import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code ct original daddr}: where the connection was addressed to before DNAT.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt_origdst()
 */
public record CtOriginalDestination(boolean negated, Prefix prefix) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    long mask = prefix.length() == 0 ? 0 : 0xffffffffL & -1L << (32 - prefix.length());
    Pred is = new Pred.OfEntry(context.host(), Part.ORIGINAL_DST, prefix.first().low(), mask);
    return Pred.and(
        new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value()),
        negated ? Pred.not(is) : is);
  }

  @Override
  public boolean ofIpv6() {
    return prefix.family() == Family.IPV6;
  }

  @Override
  public List<Match> alternatives() {
    return ofIpv6() ? List.of() : List.of(this);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("conntrack", "--ctorigdst", prefix.toString(), negated);
  }

  @Override
  public String nft() {
    return "ct original ip daddr " + (negated ? "!= " : "") + prefix;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
