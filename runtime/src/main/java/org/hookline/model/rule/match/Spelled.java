package org.hookline.model.rule.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;

/**
 * Matches in the words of the rule set that they were read from, where Hookline would choose other
 * words of the same meaning: {@code -m state --state NEW}, {@code -m multiport --dports 22}.
 *
 * @param text beginning with {@code -m}
 */
public record Spelled(List<Match> meaning, String text) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    return Pred.and(meaning.stream().map(m -> m.lower(context)).toList());
  }

  @Override
  public void iptables(IptablesLine line) {
    IptablesLine plain = new IptablesLine(line.family());
    meaning.forEach(m -> m.iptables(plain));
    line.spelled(plain, text);
  }

  @Override
  public void nftables(NftLine line) {
    meaning.forEach(match -> match.nftables(line));
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return "xt match " + XtText.of(text.replaceFirst("^-m ", ""), "");
  }

  @Override
  public String nft() {
    return meaning.stream().map(Match::nft).collect(Collectors.joining(" "));
  }

  @Override
  public boolean ofIpv6() {
    return meaning.stream().anyMatch(Match::ofIpv6);
  }

  @Override
  public boolean needsConntrack() {
    return meaning.stream().anyMatch(Match::needsConntrack);
  }

  @Override
  public boolean needsLength() {
    return meaning.stream().anyMatch(Match::needsLength);
  }

  @Override
  public List<Effect> routeKeys(RuleContext context) {
    return meaning.stream().flatMap(m -> m.routeKeys(context).stream()).toList();
  }

  @Override
  public Optional<String> unmodelled() {
    return meaning.stream().flatMap(m -> m.unmodelled().stream()).findFirst();
  }
}
