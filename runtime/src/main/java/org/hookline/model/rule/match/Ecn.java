package org.hookline.model.rule.match;

import java.util.Set;
import org.hookline.addr.Family;
import org.hookline.addr.Malformed;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code -m ecn --ecn-ip-ect 2}: the congestion bits of the IP header.
 *
 * <p>kernel: net/netfilter/xt_ecn.c match_ip()
 *
 * @param ect 0 … 3
 */
public record Ecn(boolean negated, int ect) implements Match {
  private static final int MASK = 3;

  /** The option that was read last, of module {@code ecn}; those about TCP are another match. */
  public static Match read(String option, OptionWords words) {
    if (!option.equals("--ecn-ip-ect")) {
      return TcpEcn.read(option, words);
    }
    boolean negated = words.negated();
    String text = words.value();
    if (!text.matches("[0-3]")) {
      throw new Malformed("bad-extension", "'" + text + "' are no congestion bits", "0 to 3");
    }
    return new Ecn(negated, Integer.parseInt(text));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred is = new Pred.Masked(Fields.TOS, ect, MASK);
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("ecn", "--ecn-ip-ect", String.valueOf(ect), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(Family.IPV4, nft());
  }

  @Override
  public String nft() {
    return "ip ecn " + (negated ? "!= " : "") + ect;
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return XtText.match(this);
  }
}
