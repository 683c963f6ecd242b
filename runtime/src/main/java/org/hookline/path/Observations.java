package org.hookline.path;

import java.util.List;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;
import org.hookline.ir.conntrack.NatRange;

/** The observers of one host as stages. */
record Observations(List<Observer> observers) {

  /** What is written down where a rule of a host binds a source. */
  List<Effect> bound(String host, NatRange range) {
    return observers.stream()
        .filter(o -> o.point() == Observer.Point.BIND && o.host().equals(host))
        .filter(o -> o.ranges().test(range))
        .flatMap(o -> o.effects().stream())
        .toList();
  }

  Stage at(Observer.Point point) {
    return (walk, name, next) -> {
      Label label = next;
      int number = 0;
      for (Observer observer : observers) {
        if (observer.point() == point && observer.host().equals(walk.model().name())) {
          Label here = walk.at(name + "/observer" + number++);
          Effect[] effects = observer.effects().toArray(Effect[]::new);
          Branch seen = HostWalk.when(observer.when(), label, effects);
          walk.graph().branches(here, seen, HostWalk.pass(label));
          label = here;
        }
      }
      return label;
    };
  }
}
