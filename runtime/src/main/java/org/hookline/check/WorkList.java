package org.hookline.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hookline.ir.Place;

/** Where states wait, so ordered that all that ever come to a place meet there. */
final class WorkList {
  private final TreeMap<Place, Arrivals> places = new TreeMap<>();

  void add(Place place, Guarded arrival) {
    places.computeIfAbsent(place, key -> new Arrivals()).add(arrival);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  Map.Entry<Place, Arrivals> next() {
    return places.pollFirstEntry();
  }

  /** The states of a place, merged as far as the limits ask for it. */
  static List<Guarded> merged(Arrivals arrivals, Arena arena, Limits limits) {
    if (limits.merging() == Limits.Merging.NONE) {
      return arrivals.apart();
    }
    List<Guarded> states = arrivals.equalAsOne(arena.diagrams());
    return limits.merging() == Limits.Merging.FOLD && states.size() > limits.apart()
        ? Arrivals.folded(states, arena)
        : states;
  }
}
