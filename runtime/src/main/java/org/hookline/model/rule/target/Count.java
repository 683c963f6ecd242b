package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code continue}: a rule without a target, which only counts. */
public record Count() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Continue());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("");
  }

  @Override
  public void nftables(NftLine line) {
    line.target("counter");
  }

  @Override
  public String nft() {
    return "continue";
  }
}
