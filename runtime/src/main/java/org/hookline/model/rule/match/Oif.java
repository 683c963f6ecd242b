package org.hookline.model.rule.match;

import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Pred;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;
import org.hookline.packet.Fields;

/** {@code oif}: the packet goes out by an interface; a trailing {@code +} is a wildcard. */
public record Oif(boolean negated, String iface) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    Pred named = Interfaces.named(Fields.OIF, iface, context);
    return negated ? Pred.not(named) : named;
  }

  @Override
  public Optional<FreeText> freeText() {
    return Optional.of(new FreeText(FreeText.Kind.INTERFACE, iface));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.out(negated, iface);
  }

  @Override
  public void nftables(NftLine line) {
    Interfaces.nft("oifname", negated, iface, line);
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return "oif " + (negated ? "!= " : "") + Interfaces.hkl(iface, interfaces);
  }

  @Override
  public String nft() {
    return "oif " + (negated ? "!= " : "") + iface;
  }
}
