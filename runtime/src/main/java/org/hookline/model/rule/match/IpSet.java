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
 * {@code ip saddr @name}: the packet is in a set that is kept outside the rules. What is in it is
 * not known.
 *
 * <p>kernel: net/netfilter/xt_set.c set_match_v4()
 *
 * @param dimensions {@code src}, {@code src,dst}, …
 * @param more further options, as written; usually empty
 */
public record IpSet(boolean negated, String name, Dimensions dimensions, Options more)
    implements Match {

  /** What of the packet is looked for in the set. */
  public record Dimensions(String text) {}

  /** {@code --return-nomatch}, {@code --update-counters} … */
  public record Options(String text) {}

  /** All options of module {@code set}. */
  public static IpSet read(OptionWords words) {
    String option = words.option();
    if (!option.equals("--match-set") && !option.equals("--set")) {
      throw OptionWords.unknown(option);
    }
    boolean negated = words.negated();
    String name = words.value();
    Dimensions dimensions = new Dimensions(words.value());
    StringBuilder more = new StringBuilder();
    while (words.more()) {
      String next = words.option();
      more.append(words.negated() ? " ! " : " ").append(next);
      while (words.valueFollows()) {
        more.append(' ').append(words.value());
      }
    }
    return new IpSet(negated, name, dimensions, new Options(more.toString()));
  }

  @Override
  public Pred lower(RuleContext context) {
    Choice choice = context.choice("set " + name, Choice.Kind.UNKNOWN, Choice.Span.CONNECTION, 1);
    Pred in = new Pred.Chosen(choice, 1, 1);
    return negated ? Pred.not(in) : in;
  }

  @Override
  public void iptables(IptablesLine line) {
    String sign = negated ? "! " : "";
    line.apart("-m set " + sign + "--match-set " + name + " " + dimensions.text() + more.text());
  }

  @Override
  public void nftables(NftLine line) {
    line.speechless("sets of ipset such as " + name);
  }

  @Override
  public String hkl(Set<String> interfaces) {
    return XtText.match(this);
  }

  @Override
  public String nft() {
    return "ip " + dimensions.text().replace(",", " . ") + (negated ? " != @" : " @") + name;
  }

  @Override
  public Optional<String> unmodelled() {
    return Optional.of("the members of set " + name + " are not known");
  }
}
