package org.hookline.model.rule.match;

import java.util.Locale;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code ct direction original}: which way the packet travels in its connection.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt(), XT_CONNTRACK_DIRECTION
 */
public record CtDirection(boolean negated, boolean reply) implements Match {

  /** Behind {@code --ctdir}. */
  public static CtDirection read(OptionWords words) {
    boolean negated = words.negated();
    String text = words.value().toUpperCase(Locale.ROOT);
    if (!text.matches("ORIGINAL|REPLY")) {
      throw new Malformed("bad-ct-direction", "no packet travels " + text, "ORIGINAL or REPLY");
    }
    return new CtDirection(negated, text.equals("REPLY"));
  }

  @Override
  public Pred lower(RuleContext context) {
    return Pred.and(context.connected(), Pred.is(Fields.CT_REPLY, reply == negated ? 0 : 1));
  }

  /** iptables takes no negated direction: there it is the other one. */
  @Override
  public void iptables(IptablesLine line) {
    line.match("conntrack", "--ctdir", reply == negated ? "ORIGINAL" : "REPLY", false);
  }

  @Override
  public void nftables(NftLine line) {
    line.match("ct direction " + (negated ? "!= " : "") + (reply ? "reply" : "original"));
  }

  @Override
  public String nft() {
    return "ct direction " + (negated ? "!= " : "") + (reply ? "reply" : "original");
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
