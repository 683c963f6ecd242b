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
 * {@code symmetric at HOST}: the answer of a flow that a listener accepted leaves the host by the
 * interface that the opening packet came in by, whether or not it arrives.
 */
record SymmetricAt(Property.SymmetricAt property, Field entered, Field asymmetric)
    implements Judge {
  static SymmetricAt on(Property.SymmetricAt property, Site site) {
    Field entered = site.ghost("entered", Fields.IIF.width());
    return new SymmetricAt(property, entered, site.ghost("asymmetric", 1));
  }

  @Override
  public List<Observer> observers() {
    Pred opening = Pred.and(Pred.is(Fields.PHASE, 0), Pred.is(entered, 0));
    Pred answer =
        Pred.and(
            Pred.is(Fields.PHASE, 1),
            Pred.not(Pred.is(Fields.PEER_HOST, 0)),
            Pred.not(Pred.is(entered, 0)),
            Pred.not(Pred.same(Fields.OIF, entered)));
    return List.of(
        new Observer(
            Observer.Point.ENTER,
            property.host(),
            opening,
            List.of(new Effect.Copy(entered, Fields.IIF))),
        new Observer(
            Observer.Point.LEAVE, property.host(), answer, List.of(new Effect.Set(asymmetric, 1))));
  }

  @Override
  public Pred good(StepGraph graph) {
    return Pred.is(asymmetric, 0);
  }
}
