package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.NftName;
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
  public Optional<FreeText> freeText() {
    return Optional.of(new FreeText(FreeText.Kind.CHAIN, chain));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-g " + chain);
  }

  @Override
  public void nftables(NftLine line) {
    line.target("goto " + NftName.of(chain));
  }

  @Override
  public String nft() {
    return "goto " + chain;
  }
}
