package org.hookline.model.rule.match;

import java.util.Optional;
import org.hookline.ir.Pred;
import org.hookline.model.rule.FreeText;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.RuleContext;

/** {@code comment "…"}: always true; kept for the reader of the loaded rules. */
public record Comment(String text) implements Match {
  @Override
  public Pred lower(RuleContext context) {
    return Pred.TRUE;
  }

  @Override
  public Optional<FreeText> freeText() {
    return Optional.of(new FreeText(FreeText.Kind.COMMENT, text));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("comment", "--comment", IptablesLine.quoted(text), false);
  }

  @Override
  public void nftables(NftLine line) {
    line.comment(text);
  }

  @Override
  public String nft() {
    return "comment " + quoted();
  }

  private String quoted() {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
