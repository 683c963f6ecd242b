package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.packet.Field;
import org.hookline.path.Observer;

/** {@code never reaches HOST}: no packet of the flow, of any kind, comes in there. */
record NeverReaches(Property.NeverReaches property, Field reached) implements Judge {
  static NeverReaches on(Property.NeverReaches property, Site site) {
    return new NeverReaches(property, site.ghost("reached", 1));
  }

  @Override
  public List<Observer> observers() {
    List<Effect> seen = List.of(new Effect.Set(reached, 1));
    return List.of(new Observer(Observer.Point.ENTER, property.host(), Pred.TRUE, seen));
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.is(reached, 0);
  }
}
