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

/** {@code jump CHAIN}. */
public record Jump(String chain) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Jump(chain));
  }

  @Override
  public Optional<FreeText> freeText() {
    return Optional.of(new FreeText(FreeText.Kind.CHAIN, chain));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j " + chain);
  }

  @Override
  public void nftables(NftLine line) {
    line.target("jump " + NftName.of(chain));
  }

  @Override
  public String nft() {
    return "jump " + chain;
  }
}
