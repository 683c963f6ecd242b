package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.conntrack.Connmark;
import org.hookline.ir.conntrack.Connmark.Bits;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftMark;
import org.hookline.model.rule.NftMark.Part;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;

/**
 * {@code ct mark set mark}: the packet's mark is kept in its connection.
 *
 * <p>kernel: net/netfilter/xt_connmark.c connmark_tg_shift()
 */
public record ConnmarkSave(Bits packet, Bits connection) implements Target {

  public ConnmarkSave(long mask) {
    this(new Bits(mask), new Bits(mask));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Tracked.only(context, new Connmark.Save(context.host(), packet, connection));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CONNMARK --save-mark" + Masks.options(packet, connection));
  }

  @Override
  public void nftables(NftLine line) {
    NftMark.copy(
        new Part("meta mark", packet.mask()), new Part("ct mark", connection.mask()), line);
  }

  @Override
  public String nft() {
    return "ct mark set mark" + Masks.suffix(packet, connection);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
