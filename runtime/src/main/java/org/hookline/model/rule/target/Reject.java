package org.hookline.model.rule.target;

import java.util.List;
import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.OptionWords;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code reject with TYPE}: drops and answers the sender. */
public record Reject(RejectWith with) implements Target {

  /** All options of the target. */
  public static Reject read(OptionWords words) {
    if (!words.more()) {
      return new Reject(RejectWith.ICMP_PORT_UNREACHABLE);
    }
    String option = words.option();
    if (!option.equals("--reject-with")) {
      throw OptionWords.unknown(option);
    }
    return new Reject(RejectWith.parse(words.value()));
  }

  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Reject(with));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j REJECT --reject-with " + with.word());
    if (with == RejectWith.TCP_RESET) {
      line.needs(Set.of(Protocol.TCP));
    }
  }

  @Override
  public String nft() {
    return "reject with " + with.word();
  }
}
