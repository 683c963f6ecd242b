package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.path.Observer;

/** {@code delivered to HOST}: a listener there accepts the opening packet. */
record DeliveredTo(Property.DeliveredTo property) implements Judge {
  @Override
  public List<Observer> observers() {
    return List.of();
  }

  @Override
  public Pred good(StepGraph graph) {
    return Fates.of(graph, 0, Fates.outcome(Fate.Outcome.ACCEPTED).and(Fates.at(property.host())));
  }
}
