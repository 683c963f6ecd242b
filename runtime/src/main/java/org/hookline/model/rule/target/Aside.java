package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.model.rule.match.XtText;

/**
 * A target that changes nothing that decides where a packet goes, and goes on: {@code TCPMSS},
 * {@code CHECKSUM}, {@code TRACE}, {@code CLASSIFY}, {@code NFLOG}, {@code SET} …
 *
 * @param target iptables' name of it
 * @param options as written
 */
public record Aside(Name target, String options) implements Target {
  private static final Set<String> TRACKING = Set.of("CONNSECMARK", "CT");

  /** The name of a target of iptables. */
  public record Name(String text) {}

  /** All options of a target. */
  public static Aside read(String target, OptionWords words) {
    return new Aside(new Name(target), words.toString());
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Continue());
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target(("-j " + target.text() + " " + options).trim());
  }

  @Override
  public void nftables(NftLine line) {
    Optional<String> words = AsideWords.nft(target.text(), options);
    words.ifPresentOrElse(line::target, () -> line.speechless("xt target " + target.text()));
  }

  @Override
  public String nft() {
    return "xt target " + XtText.of(target.text(), options);
  }

  @Override
  public boolean needsConntrack() {
    return TRACKING.contains(target.text());
  }
}
