package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code return}: back to the calling chain, or to the policy. */
public record Return() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Return());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j RETURN");
  }

  @Override
  public void nftables(NftLine line) {
    line.target("return");
  }

  @Override
  public String nft() {
    return "return";
  }
}
