package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.model.rule.IptablesLine;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RejectWith;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** {@code reject with TYPE}: drops and answers the sender. */
public record Reject(RejectWith with) implements Target {
  @Override
  public List<Outcome> lower(RuleContext context) {
    return Outcome.of(new Verdict.Reject(with));
  }

  @Override
  public void iptables(IptablesLine line) {
    line.target("-j REJECT --reject-with " + with.word());
  }

  @Override
  public String nft() {
    return "reject with " + with.word();
  }
}
