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
 * {@code mark set ct mark}: the packet gets its connection's mark.
 *
 * <p>kernel: net/netfilter/xt_connmark.c connmark_tg_shift()
 */
public record ConnmarkRestore(Bits packet, Bits connection) implements Target {

  public ConnmarkRestore(long mask) {
    this(new Bits(mask), new Bits(mask));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Tracked.only(context, new Connmark.Restore(context.host(), packet, connection));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j CONNMARK --restore-mark" + Masks.options(packet, connection));
  }

  @Override
  public void nftables(NftLine line) {
    NftMark.copy(
        new Part("ct mark", connection.mask()), new Part("meta mark", packet.mask()), line);
  }

  @Override
  public String nft() {
    return "mark set ct mark" + Masks.suffix(packet, connection);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
