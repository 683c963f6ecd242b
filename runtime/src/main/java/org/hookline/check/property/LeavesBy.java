package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;
import org.hookline.model.property.Property;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.path.Observer;

/**
 * {@code leaves by HOST.IFACE}: packets of the opening direction leave the host, and by no other
 * interface.
 */
record LeavesBy(Property.LeavesBy property, int port, Field left, Field elsewhere)
    implements Judge {
  static LeavesBy on(Property.LeavesBy property, Site site) {
    return new LeavesBy(
        property, site.port(property.port()), site.ghost("left", 1), site.ghost("elsewhere", 1));
  }

  @Override
  public List<Observer> observers() {
    Pred forth = Pred.or(Pred.is(Fields.PHASE, 0), Pred.is(Fields.PHASE, 2));
    Pred here = Pred.is(Fields.OIF, port);
    String host = property.port().host();
    return List.of(
        new Observer(
            Observer.Point.LEAVE, host, Pred.and(forth, here), List.of(new Effect.Set(left, 1))),
        new Observer(
            Observer.Point.LEAVE,
            host,
            Pred.and(forth, Pred.not(here)),
            List.of(new Effect.Set(elsewhere, 1))));
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.and(Pred.is(left, 1), Pred.is(elsewhere, 0));
  }
}
