package org.hookline.check.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.ir.StepGraph;

/** Predicates over how packets ended. */
final class Fates {
  private Fates() {}

  /** Packet {@code number} ended in one of these ways. */
  static Pred of(StepGraph graph, int number, Predicate<Fate> ways) {
    List<Pred> any = new ArrayList<>();
    for (Fate fate : graph.fates()) {
      if (ways.test(fate)) {
        any.add(Pred.is(graph.fateOf(number), graph.numberOf(fate)));
      }
    }
    return Pred.or(any);
  }

  /** Some packet behind the opening one ended in one of these ways. */
  static Pred later(StepGraph graph, Predicate<Fate> ways) {
    List<Pred> any = new ArrayList<>();
    for (int number = 1; number < StepGraph.PACKETS; number++) {
      any.add(of(graph, number, ways));
    }
    return Pred.or(any);
  }

  static Predicate<Fate> outcome(Fate.Outcome outcome) {
    return fate -> fate.outcome() == outcome;
  }

  static Predicate<Fate> at(String host) {
    return fate -> fate.host().equals(host);
  }
}
