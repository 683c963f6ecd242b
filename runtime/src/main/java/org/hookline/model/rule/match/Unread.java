package org.hookline.model.rule.match;

import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * A match on something that packets of the model do not have (a payload, a length, an option), or
 * that nobody knows how to read. It may hold or not.
 *
 * @param module iptables' name of it, with its options as written
 * @param why what is missing
 */
public record Unread(String module, Optional<String> why) implements Match {
  private static final Set<String> TRACKING = Set.of("helper", "connlabel", "cluster");

  /** All options of a module. */
  public static Unread read(String module, OptionWords words, String why) {
    return new Unread((module + " " + words).trim(), Optional.of(why));
  }

  private String name() {
    return module.split(" ", 2)[0];
  }

  @Override
  public Pred lower(RuleContext context) {
    Choice choice = context.choice(name(), Choice.Kind.UNKNOWN, Choice.Span.PACKET, 1);
    return new Pred.Chosen(choice, 1, 1);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.apart("-m " + module);
  }

  @Override
  public void nftables(NftLine line) {
    Optional<String> words = TrafficWords.nft(name(), module.substring(name().length()).strip());
    words.ifPresentOrElse(line::match, () -> line.speechless("xt match " + name()));
  }

  @Override
  public String nft() {
    return "xt match " + XtText.of(module, "");
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
