package org.hookline.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Diagrams;
import org.hookline.ir.Label;
import org.hookline.ir.Place;
import org.hookline.ir.Taken;

/** Which packets took which way out of which step, in the order of work. */
final class Visits {

  /** Pairs of way and guard. */
  private static final class Ways {
    private int[] pairs = new int[8];
    private int length;

    void add(int way, int guard) {
      if (length == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * length);
      }
      pairs[length++] = way;
      pairs[length++] = guard;
    }
  }

  private final Map<Place, Ways> places = new LinkedHashMap<>();

  void add(Place place, int way, int guard) {
    places.computeIfAbsent(place, key -> new Ways()).add(way, guard);
  }

  /** The way of one flow. */
  List<Taken> path(Diagrams diagrams, Assignment flow) {
    List<Taken> path = new ArrayList<>();
    for (Map.Entry<Place, Ways> visit : places.entrySet()) {
      Ways ways = visit.getValue();
      for (int i = 0; i < ways.length; i += 2) {
        if (diagrams.holds(ways.pairs[i + 1], flow)) {
          path.add(new Taken(visit.getKey(), ways.pairs[i]));
        }
      }
    }
    return path;
  }

  /** All that ever took this way, whichever packet of the flow it was. */
  int guard(Diagrams diagrams, Label step, int way) {
    int guard = Diagrams.FALSE;
    for (Map.Entry<Place, Ways> visit : places.entrySet()) {
      Ways ways = visit.getValue();
      for (int i = 0; visit.getKey().step() == step && i < ways.length; i += 2) {
        if (ways.pairs[i] == way) {
          guard = diagrams.or(guard, ways.pairs[i + 1]);
        }
      }
    }
    return guard;
  }
}
