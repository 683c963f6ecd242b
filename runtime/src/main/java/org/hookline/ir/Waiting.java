package org.hookline.ir;

import java.util.Optional;

/**
 * A packet whose turn has not come.
 *
 * @param step where it begins, or goes on
 * @param since the moment in which it stopped; empty for a packet that has not been sent yet
 */
public record Waiting(Label step, Optional<Moment> since) {

  /** A packet that will be sent. */
  public static Waiting toBegin(Label step) {
    return new Waiting(step, Optional.empty());
  }

  /** A packet that lets another one go first. */
  public static Waiting toGoOn(Label step, Moment now) {
    return new Waiting(step, Optional.of(now));
  }

  /** Where it is when its turn comes. */
  public Place at(int turn) {
    return new Place(since.map(m -> m.in(turn)).orElseGet(() -> Moment.startOf(turn)), step);
  }
}
