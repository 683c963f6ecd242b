package org.hookline.model.rule;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;

/**
 * One thing a target can do; the first outcome whose condition holds happens.
 *
 * @param when usually {@link Pred#TRUE}; MASQUERADE has one outcome an address
 */
public record Outcome(Pred when, List<Effect> effects, Verdict verdict) {

  public static List<Outcome> of(Verdict verdict, Effect... effects) {
    return List.of(new Outcome(Pred.TRUE, List.of(effects), verdict));
  }
}
