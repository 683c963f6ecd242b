package org.hookline.model.rule.match;

import org.hookline.addr.Family;
import org.hookline.addr.Prefix;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.Part;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftPlace;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct original ip daddr}: an address of the packet's connection, in either direction as it
 * was before NAT, or as the answer has it.
 *
 * <p>kernel: net/netfilter/xt_conntrack.c conntrack_mt_origdst() and its siblings
 */
public record CtAddress(Which which, boolean negated, Prefix prefix) implements Match {

  /** Direction and end. */
  public enum Which {
    ORIGINAL_SADDR("--ctorigsrc", Part.ORIGINAL_SRC),
    ORIGINAL_DADDR("--ctorigdst", Part.ORIGINAL_DST),
    REPLY_SADDR("--ctreplsrc", Part.REPLY_SRC),
    REPLY_DADDR("--ctrepldst", Part.REPLY_DST);

    private final String option;
    private final Part part;

    Which(String option, Part part) {
      this.option = option;
      this.part = part;
    }

    private String nft() {
      return "ct " + name().toLowerCase(java.util.Locale.ROOT).replace("_", " ip ");
    }
  }

  /** Behind {@code --ctorigdst} and its siblings. */
  public static CtAddress read(Which which, OptionWords words) {
    boolean negated = words.negated();
    return new CtAddress(which, negated, Prefix.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    long mask = prefix.length() == 0 ? 0 : 0xffffffffL & -1L << (32 - prefix.length());
    Pred is = new Pred.OfEntry(context.host(), which.part, prefix.first().low(), mask);
    return Pred.and(context.connected(), negated ? Pred.not(is) : is);
  }

  @Override
  public boolean ofIpv6() {
    return prefix.family() == Family.IPV6;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.only(prefix.family()).match("conntrack", which.option, prefix.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    String end = which.name().toLowerCase(java.util.Locale.ROOT);
    String key = "ct " + end.replace("_", " " + NftPlace.word(prefix.family()) + " ");
    line.match(prefix.family(), key + (negated ? " != " : " ") + prefix);
  }

  @Override
  public String nft() {
    return which.nft() + (negated ? " != " : " ") + prefix;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
