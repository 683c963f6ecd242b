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
 * A match that depends on other traffic, on the time of day or on chance: {@code hashlimit}, {@code
 * recent}, {@code connlimit}, {@code statistic}, {@code time} … Both outcomes are looked at.
 *
 * @param module iptables' name of it
 * @param options as written
 */
public record ByTraffic(Module module, String options) implements Match {
  private static final Set<String> TRACKING = Set.of("connlimit", "connbytes");

  /** The name of an extension of iptables. */
  public record Module(String name) {}

  /** All options of a module. */
  public static ByTraffic read(String module, OptionWords words) {
    return new ByTraffic(new Module(module), words.toString());
  }

  @Override
  public Pred lower(RuleContext context) {
    boolean tossed = module.name().equals("statistic") && options.contains("--mode random");
    Choice.Kind kind = tossed ? Choice.Kind.KERNEL : Choice.Kind.LOAD;
    return new Pred.Chosen(context.choice(module.name(), kind, Choice.Span.PACKET, 1), 1, 1);
  }

  @Override
  public void iptables(IptablesLine line) {
    line.apart("-m " + module.name() + " " + options);
  }

  @Override
  public void nftables(NftLine line) {
    Optional<String> words = TrafficWords.nft(module.name(), options);
    words.ifPresentOrElse(line::match, () -> line.speechless("xt match " + module.name()));
  }

  @Override
  public String nft() {
    return "xt match " + XtText.of(module.name(), options);
  }

  @Override
  public boolean needsConntrack() {
    return TRACKING.contains(module.name());
  }
}
