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

  /** A packet that others come before. */
  public static Waiting toGoOn(Label step, Moment now) {
    return new Waiting(step, Optional.of(now));
  }

  /** Whether it is on its way. */
  public boolean begun() {
    return since.isPresent();
  }

  /** Where it is when its turn comes after a moment of another one. */
  public Place after(Moment now) {
    return new Place(since.map(now::next).orElseGet(now::next), step);
  }
}
