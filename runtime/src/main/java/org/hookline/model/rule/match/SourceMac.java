package org.hookline.model.rule.match;

import org.hookline.addr.Mac;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/**
 * {@code ether saddr}: the frame was sent from this Ethernet address. Where the sender's address is
 * not in the model, nothing is known.
 *
 * <p>kernel: net/netfilter/xt_mac.c mac_mt(); packets without a received frame match neither way
 */
public record SourceMac(boolean negated, Mac mac) implements Match {

  /** Behind {@code --mac-source}. */
  public static SourceMac read(OptionWords words) {
    boolean negated = words.negated();
    return new SourceMac(negated, Mac.parse(words.value()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Pred framed =
        Pred.not(Pred.or(Pred.is(Fields.IIF, 0), Pred.is(Fields.IIF, context.numberOf("lo"))));
    Choice choice = context.choice("mac", Choice.Kind.UNKNOWN, Choice.Span.CONNECTION, 1);
    Pred unknown = Pred.is(Fields.FRAME_SRC, 0);
    Pred is =
        Pred.or(
            Pred.is(Fields.FRAME_SRC, mac.bits()),
            Pred.and(unknown, new Pred.Chosen(choice, 1, 1)));
    return Pred.and(framed, negated ? Pred.not(is) : is);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("mac", "--mac-source", mac.toString(), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.match(nft());
  }

  @Override
  public String nft() {
    return "ether saddr " + (negated ? "!= " : "") + mac;
  }
}
