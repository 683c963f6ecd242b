package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code accept}: the packet passes this table. */
public record Accept() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Accept());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j ACCEPT");
  }

  @Override
  public void nftables(NftLine line) {
    line.target("accept");
  }

  @Override
  public String nft() {
    return "accept";
  }
}
