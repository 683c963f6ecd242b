package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/**
 * {@code dnat to ADDRESS[:PORT]}: binds the destination of a new connection.
 *
 * <p>kernel: net/netfilter/xt_nat.c xt_dnat_target_v2()
 */
public record Dnat(NatTo to) implements Target {

  /** All options of the target. */
  public static Dnat read(OptionWords words) {
    return new Dnat(NatTo.read("--to-destination", words));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Accept(), to.destination(context));
  }

  @Override
  public boolean ofIpv6() {
    return to.ofIpv6();
  }

  @Override
  public void iptables(IptablesLine line) {
    to.iptables("DNAT --to-destination", line);
  }

  @Override
  public void nftables(NftLine line) {
    to.nftables("dnat", line);
  }

  @Override
  public String nft() {
    return "dnat to " + to + NatTo.words(to.flags());
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
