package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code drop}: the packet vanishes; a local sender gets EPERM. */
public record Drop() implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Drop());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j DROP");
  }

  @Override
  public void nftables(NftLine line) {
    line.target("drop");
  }

  @Override
  public String nft() {
    return "drop";
  }
}
