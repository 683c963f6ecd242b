package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.RuleContext;
import org.hookline.model.rule.Verdict;

/** Targets that act on the connection, and do nothing for packets without one. */
final class Tracked {
  private Tracked() {}

  static List<Outcome> only(RuleContext context, Effect effect) {
    return List.of(
        new Outcome(context.connected(), List.of(effect), new Verdict.Continue()),
        new Outcome(Pred.TRUE, List.of(), new Verdict.Continue()));
  }
}
