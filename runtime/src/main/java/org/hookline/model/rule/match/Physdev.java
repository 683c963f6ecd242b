package org.hookline.model.rule.match;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hookline.ir.Choice;
import org.hookline.ir.Pred;
import org.hookline.model.iface.InterfaceKind;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.RuleContext;

/**
 * {@code meta ibrname}, {@code physdev-in}: by which bridge port the packet came or goes. On a host
 * without a bridge no packet has one.
 *
 * <p>kernel: net/netfilter/xt_physdev.c physdev_mt()
 *
 * @param port empty for questions without a name
 */
public record Physdev(Question question, boolean negated, Optional<String> port) implements Match {

  /** What is asked. */
  public enum Question {
    IN,
    OUT,
    IS_IN,
    IS_OUT,
    IS_BRIDGED;

    private String option() {
      return "--physdev-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The option that was read last, of module {@code physdev}. */
  public static Physdev read(String option, OptionWords words) {
    boolean negated = words.negated();
    for (Question question : Question.values()) {
      if (question.option().equals(option)) {
        boolean named = question == Question.IN || question == Question.OUT;
        Optional<String> port = named ? Optional.of(words.value()) : Optional.empty();
        return new Physdev(question, negated, port);
      }
    }
    throw OptionWords.unknown(option);
  }

  @Override
  public Pred lower(RuleContext context) {
    boolean bridges =
        context.interfaces().stream().anyMatch(i -> i.kind() instanceof InterfaceKind.Bridge);
    Choice choice = context.choice("physdev", Choice.Kind.UNKNOWN, Choice.Span.PACKET, 1);
    Pred is = bridges ? new Pred.Chosen(choice, 1, 1) : Pred.FALSE;
    return negated ? Pred.not(is) : is;
  }

  @Override
  public void iptables(IptablesLine line) {
    line.match("physdev", question.option(), port.orElse(""), negated);
  }

  @Override
  public void nftables(NftLine line) {
    line.speechless("ports of a bridge outside table bridge: " + nft());
  }

  @Override
  public String hkl(Set<String> interfaces) {
    String text = question.option().substring(2);
    String named = port.map(p -> " " + Interfaces.hkl(p, interfaces)).orElse("");
    return (negated ? "not " : "") + text + named;
  }

  @Override
  public String nft() {
    String text = question.option().substring(2) + port.map(p -> " " + p).orElse("");
    return (negated ? "not " : "") + text;
  }

  @Override
  public Optional<String> unmodelled() {
    return Optional.of("packets do not remember their bridge port");
  }
}
