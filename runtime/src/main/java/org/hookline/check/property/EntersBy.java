package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.Observer;

/** {@code enters by HOST.IFACE}: the opening packet first comes into the host by this interface. */
record EntersBy(Property.EntersBy property, int port, Field first) implements Judge {
  static EntersBy on(Property.EntersBy property, Site site) {
    Field first = site.ghost("entered-by", Fields.IIF.width());
    return new EntersBy(property, site.port(property.port()), first);
  }

  @Override
  public List<Observer> observers() {
    Pred opening = Pred.and(Pred.is(Fields.PHASE, 0), Pred.is(first, 0));
    List<Effect> keep = List.of(new Effect.Copy(first, Fields.IIF));
    return List.of(new Observer(Observer.Point.ENTER, property.port().host(), opening, keep));
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.is(first, port);
  }
}
