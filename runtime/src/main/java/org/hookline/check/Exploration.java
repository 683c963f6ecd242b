package org.hookline.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.hookline.check.set.TooManyNodes;
import org.hookline.check.set.Vec;
import org.hookline.ir.Bound;
import org.hookline.ir.Label;
import org.hookline.ir.Moment;
import org.hookline.ir.Place;

/** Takes steps until nothing waits, or a limit is met: then what waits ends inconclusive. */
final class Exploration {
  private final Arena arena;
  private final Limits limits;
  private final WorkList work = new WorkList();
  private final Visits visits = new Visits();
  private final Arrivals ended = new Arrivals();
  private int states;

  Exploration(Arena arena, Limits limits) {
    this.arena = arena;
    this.limits = limits;
  }

  /**
   * @throws CancellationException when the thread is interrupted
   */
  void run(Label start, Guarded first) {
    work.add(new Place(Moment.FIRST, start), first);
    while (!work.isEmpty()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("nobody waits for the verdict any more");
      }
      Map.Entry<Place, Arrivals> next = work.next();
      visit(next.getKey(), next.getValue());
    }
  }

  private void visit(Place place, Arrivals arrivals) {
    List<Guarded> merged;
    try {
      merged = WorkList.merged(arrivals, arena, limits);
    } catch (TooManyNodes full) {
      arrivals.apart().forEach(state -> stop(place, state, Bound.NODES));
      return;
    }
    for (Guarded state : merged) {
      states++;
      if (states > limits.states()) {
        stop(place, state, Bound.STATES);
      } else {
        step(place, state);
      }
    }
  }

  /** A step counts as a whole or, when it is too large, not at all. */
  private void step(Place place, Guarded state) {
    StepWalk walk = new StepWalk(arena, place, state);
    try {
      walk.run();
    } catch (TooManyNodes full) {
      stop(place, state, Bound.NODES);
      return;
    }
    walk.arrivals().forEach(arrival -> work.add(arrival.place(), arrival.state()));
    walk.ways().forEach(way -> visits.add(place, way.number(), way.guard()));
    walk.ends().forEach(ended::add);
  }

  private void stop(Place place, Guarded state, Bound bound) {
    ended.add(StepWalk.ended(place, state, bound, arena));
  }

  /** All flows as if they had ended before their first step. */
  Guarded givenUp(Label start, int flow, Vec[] opening) {
    Place place = new Place(Moment.FIRST, start);
    return StepWalk.ended(
        place, new Guarded(flow, new State(opening, List.of())), Bound.NODES, arena);
  }

  Visits visits() {
    return visits;
  }

  /** Number of states that were worked on. */
  int states() {
    return states;
  }

  /** The states in which flows ended, equal ones as one. */
  List<Guarded> ended() {
    return ended.equalAsOne(arena.diagrams());
  }
}
