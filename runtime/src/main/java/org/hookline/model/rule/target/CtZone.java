package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.addr.Malformed;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/**
 * {@code ct zone set 5}: the packet's connection is looked up and kept in a zone of its own. Only
 * the first such target counts.
 *
 * <p>kernel: net/netfilter/xt_CT.c xt_ct_target(): a template is attached once
 *
 * @param zone 0 … 65535
 */
public record CtZone(int zone) implements Target {

  /** All options of target {@code CT} with a zone for both directions. */
  public static CtZone read(OptionWords words) {
    String option = words.option();
    String text = words.value();
    if (!option.equals("--zone") || words.more()) {
      throw OptionWords.unknown(option);
    }
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 0xffff) {
      throw new Malformed("bad-zone", "'" + text + "' is not a conntrack zone", "0 to 65535");
    }
    return new CtZone(Integer.parseInt(text));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    Pred untouched = Pred.is(Fields.CT_STATE, CtState.UNSEEN.value());
    List<Effect> template =
        List.of(
            new Effect.Set(Fields.CT_STATE, CtState.TEMPLATE.value()),
            new Effect.Set(Fields.CT_ZONE, zone));
    return List.of(
        new Outcome(untouched, template, new Verdict.Continue()),
        new Outcome(Pred.TRUE, List.of(), new Verdict.Continue()));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CT --zone " + zone);
  }

  @Override
  public void nftables(NftLine line) {
    line.target("ct zone set " + zone);
  }

  @Override
  public String nft() {
    return "ct zone set " + zone;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
