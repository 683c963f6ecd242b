package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.path.Observer;

/**
 * {@code refused by HOST}: the opening packet ends there, and the originator is told by a reset or
 * an ICMP error.
 */
record RefusedBy(Property.RefusedBy property) implements Judge {
  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.and(
        Fates.of(graph, 0, Fates.at(property.host())),
        Fates.later(graph, Fates.outcome(Fate.Outcome.REJECTED)));
  }
}
