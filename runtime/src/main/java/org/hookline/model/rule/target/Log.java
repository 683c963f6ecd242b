package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code log prefix "…"}: writes to the kernel log and goes on. */
public record Log(String prefix) implements Target {

  /** All options of the target; only the prefix is kept. */
  public static Log read(OptionWords words) {
    String prefix = "";
    while (words.more()) {
      String option = words.option();
      if (option.equals("--log-prefix")) {
        prefix = words.value();
      } else if (words.valueFollows()) {
        words.value();
      }
    }
    return new Log(prefix);
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Continue());
  }

  @Override
  public Optional<FreeText> freeText() {
    return Optional.of(new FreeText(FreeText.Kind.LOG_PREFIX, prefix));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target(
        "-j LOG" + (prefix.isEmpty() ? "" : " --log-prefix " + IptablesLine.quoted(prefix)));
  }

  @Override
  public void nftables(NftLine line) {
    if (prefix.matches(".*[\"$].*")) {
      line.speechless("a prefix with \" or $");
    }
    line.target("log" + (prefix.isEmpty() ? "" : " prefix \"" + prefix + "\""));
  }

  @Override
  public String nft() {
    return "log" + (prefix.isEmpty() ? "" : " prefix " + quoted());
  }

  private String quoted() {
    return '"' + prefix.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
