package org.hookline.model.rule.target;

import java.util.List;
import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.NftLine;
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
    with.iptables(line.family())
        .ifPresentOrElse(word -> line.target("-j REJECT --reject-with " + word), line::never);
    if (with == RejectWith.TCP_RESET) {
      line.needs(Set.of(Protocol.TCP));
    }
  }

  @Override
  public void nftables(NftLine line) {
    if (with == RejectWith.TCP_RESET) {
      line.needs(Set.of(Protocol.TCP));
    }
    with.nft(line.place()).ifPresentOrElse(line::target, line::never);
  }

  @Override
  public String nft() {
    return "reject with " + with.word();
  }
}
