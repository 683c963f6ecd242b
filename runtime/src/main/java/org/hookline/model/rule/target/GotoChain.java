package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code goto CHAIN}. */
public record GotoChain(String chain) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Goto(chain));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-g " + chain);
  }

  @Override
  public String nft() {
    return "goto " + chain;
  }
}
