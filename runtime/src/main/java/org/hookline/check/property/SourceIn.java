package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.model.rule.match.Addresses;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.Observer;

/** {@code source in SET at HOST.IFACE}: nothing leaves there with another source. */
record SourceIn(Property.SourceIn property, int port, Field foreign) implements Judge {
  static SourceIn on(Property.SourceIn property, Site site) {
    return new SourceIn(property, site.port(property.port()), site.ghost("foreign-source", 1));
  }

  @Override
  public List<Observer> observers() {
    Pred leaking =
        Pred.and(Pred.is(Fields.OIF, port), Pred.not(Addresses.in(Fields.SRC, property.sources())));
    List<Effect> seen = List.of(new Effect.Set(foreign, 1));
    return List.of(new Observer(Observer.Point.LEAVE, property.port().host(), leaking, seen));
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.is(foreign, 0);
  }
}
