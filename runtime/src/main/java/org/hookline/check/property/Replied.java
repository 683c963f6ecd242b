package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.path.Observer;

/** {@code replied}: the originator's socket accepts the answer, ports and addresses mirrored. */
record Replied() implements Judge {
  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    return Fates.later(graph, Fates.outcome(Fate.Outcome.ANSWERED));
  }
}
