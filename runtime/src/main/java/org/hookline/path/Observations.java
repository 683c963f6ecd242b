package org.hookline.path;

import java.util.List;
import org.hookline.ir.Branch;
import org.hookline.ir.Effect;
import org.hookline.ir.Label;

/** The observers of one host as stages. */
record Observations(List<Observer> observers) {

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
