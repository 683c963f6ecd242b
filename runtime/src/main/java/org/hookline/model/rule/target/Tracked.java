package org.hookline.model.rule.target;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.model.rule.Outcome;
import org.hookline.model.rule.Verdict;
import org.hookline.packet.CtState;
import org.hookline.packet.Fields;

/** Targets that act on the connection, and do nothing for packets without one. */
final class Tracked {
  private Tracked() {}

  static List<Outcome> only(Effect effect) {
    Pred tracked = new Pred.InRange(Fields.CT_STATE, CtState.NEW.value(), CtState.RELATED.value());
    return List.of(
        new Outcome(tracked, List.of(effect), new Verdict.Continue()),
        new Outcome(Pred.TRUE, List.of(), new Verdict.Continue()));
  }
}
