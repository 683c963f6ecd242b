package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.path.Observer;

/** {@code dropped}: no copy of the opening packet is accepted anywhere. */
record Dropped() implements Judge {
  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.not(Fates.of(graph, 0, Fates.outcome(Fate.Outcome.ACCEPTED)));
  }
}
