package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/**
 * {@code snat to ADDRESS[:PORTS]}: binds the source of a new connection.
 *
 * <p>kernel: net/netfilter/xt_nat.c xt_snat_target_v2()
 */
public record Snat(NatTo to) implements Target {

  /** All options of the target. */
  public static Snat read(OptionWords words) {
    return new Snat(NatTo.read("--to-source", words));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Accept(), to.source(context).toArray(Effect[]::new));
  }

  @Override
  public boolean ofIpv6() {
    return to.ofIpv6();
  }

  @Override
  public void iptables(IptablesLine line) {
    to.iptables("SNAT --to-source", line);
  }

  @Override
  public void nftables(NftLine line) {
    to.nftables("snat", line);
  }

  @Override
  public String nft() {
    return "snat to " + to + NatTo.words(to.flags());
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
