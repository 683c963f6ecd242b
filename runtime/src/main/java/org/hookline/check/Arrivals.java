package org.hookline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.ir.Waiting;

/** The states that meet at one place, in the order in which they came. */
final class Arrivals {
  private final List<Guarded> states = new ArrayList<>();

  void add(Guarded arrival) {
    states.add(arrival);
  }

  /** As they came. */
  List<Guarded> apart() {
    return states;
  }

  /** Those with equal values as one. */
  List<Guarded> equalAsOne(Diagrams diagrams) {
    if (states.size() == 1) {
      return states;
    }
    Map<State, List<Integer>> guards = new LinkedHashMap<>();
    for (Guarded arrival : states) {
      guards.computeIfAbsent(arrival.state(), key -> new ArrayList<>()).add(arrival.guard());
    }
    List<Guarded> merged = new ArrayList<>(guards.size());
    for (Map.Entry<State, List<Integer>> entry : guards.entrySet()) {
      merged.add(new Guarded(diagrams.either(entry.getValue()), entry.getKey()));
    }
    return merged;
  }

  /** Those with the same packets waiting as one, with values that depend on the guard. */
  static List<Guarded> folded(List<Guarded> states, Arena arena) {
    Map<List<Waiting>, List<Guarded>> byQueue = new LinkedHashMap<>();
    for (Guarded one : states) {
      List<Waiting> waiting = new ArrayList<>();
      for (Queued queued : one.state().queue()) {
        waiting.add(queued.packet());
      }
      byQueue.computeIfAbsent(waiting, key -> new ArrayList<>()).add(one);
    }
    List<Guarded> folded = new ArrayList<>(byQueue.size());
    for (List<Guarded> alike : byQueue.values()) {
      folded.add(fold(alike, arena));
    }
    return folded;
  }

  private static Guarded fold(List<Guarded> alike, Arena arena) {
    if (alike.size() == 1) {
      return alike.get(0);
    }
    int half = alike.size() / 2;
    Guarded one = fold(alike.subList(0, half), arena);
    Guarded other = fold(alike.subList(half, alike.size()), arena);
    List<Queued> queue = new ArrayList<>(one.state().queue().size());
    for (int i = 0; i < one.state().queue().size(); i++) {
      Queued mine = one.state().queue().get(i);
      Queued theirs = other.state().queue().get(i);
      queue.add(new Queued(mine.packet(), mix(one.guard(), mine.env(), theirs.env(), arena)));
    }
    return new Guarded(
        arena.diagrams().or(one.guard(), other.guard()),
        new State(
            mix(one.guard(), one.state().env(), other.state().env(), arena), List.copyOf(queue)));
  }

  private static Vec[] mix(int guard, Vec[] where, Vec[] elsewhere, Arena arena) {
    Vec[] mixed = where.clone();
    for (int i = 0; i < mixed.length; i++) {
      if (mixed[i] != elsewhere[i]) {
        mixed[i] = arena.vectors().ifThenElse(guard, where[i], elsewhere[i]);
      }
    }
    return mixed;
  }
}
