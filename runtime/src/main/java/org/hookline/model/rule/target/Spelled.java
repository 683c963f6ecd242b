package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.match.XtText;

/**
 * A target in the words of the rule set that it was read from, where Hookline would say less:
 * {@code -j LOG --log-prefix x --log-uid}.
 *
 * @param text beginning with {@code -j}
 */
public record Spelled(Target meaning, String text) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return meaning.lower(context);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target(text);
  }

  @Override
  public void nftables(NftLine line) {
    meaning.nftables(line);
  }

  @Override
  public String hkl() {
    boolean named = text.startsWith("-j ");
    return named
        ? "xt target " + XtText.of(text.substring(3), "")
        : "xt rule " + XtText.of(text, "");
  }

  @Override
  public String nft() {
    return meaning.nft();
  }

  @Override
  public Optional<FreeText> freeText() {
    return meaning.freeText();
  }

  @Override
  public boolean ofIpv6() {
    return meaning.ofIpv6();
  }

  @Override
  public boolean needsConntrack() {
    return meaning.needsConntrack();
  }

  @Override
  public Optional<String> unmodelled() {
    return meaning.unmodelled();
  }
}
