package org.hookline.model.rule.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;
import org.hookline.model.rule.match.XtText;

/**
 * A target that somebody outside the model decides ({@code NFQUEUE}, {@code TPROXY}), or that
 * nobody knows how to read: the packet may go on, be accepted, or be gone.
 *
 * @param target iptables' name of it, with its options as written
 * @param why what is missing
 */
public record Unread(String target, Optional<String> why) implements Target {
  private static final Set<String> TRACKING = Set.of("SYNPROXY", "CT");

  /** All options of a target. */
  public static Unread read(String target, OptionWords words, String why) {
    return new Unread((target + " " + words).trim(), Optional.of(why));
  }

  private String name() {
    return target.split(" ", 2)[0];
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    Choice choice = context.choice(name(), Choice.Kind.UNKNOWN, Choice.Span.PACKET, 2);
    return List.of(
        new Outcome(new Pred.Chosen(choice, 0, 0), List.of(), new Verdict.Continue()),
        new Outcome(new Pred.Chosen(choice, 1, 1), List.of(), new Verdict.Accept()),
        new Outcome(Pred.TRUE, List.of(), new Verdict.Drop()));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j " + target);
  }

  @Override
  public void nftables(NftLine line) {
    Optional<String> words = AsideWords.nft(name(), target.substring(name().length()).strip());
    words.ifPresentOrElse(line::target, () -> line.speechless("xt target " + name()));
  }

  @Override
  public String nft() {
    return "xt target " + XtText.of(target, "");
  }

  @Override
  public boolean needsConntrack() {
    return TRACKING.contains(name());
  }

  @Override
  public Optional<String> unmodelled() {
    return why;
  }
}
