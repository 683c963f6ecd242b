package org.hookline.sim;

import java.util.Optional;
import org.hookline.ir.Branch;
import org.hookline.ir.Fate;
import org.hookline.ir.Moment;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;

/**
 * Is told what happens to a packet while it happens. The {@link Values} are views of the running
 * state: read them during the call, keep what is needed.
 */
public interface Recorder {

  /** Records nothing. */
  Recorder NONE = new Recorder() {};

  /** A packet of the flow is about to take its first step. */
  default void starts(Moment moment, Values state) {}

  /**
   * A step was taken.
   *
   * @param branch empty for the steps of conntrack
   * @param after the state with the effects of the branch, before the next step
   */
  default void takes(
      Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {}

  /** A packet ended. */
  default void ends(Moment moment, Fate fate, Values state) {}

  /** Tells both, this one first. */
  default Recorder and(Recorder other) {
    Recorder one = this;
    return new Recorder() {
      @Override
      public void starts(Moment moment, Values state) {
        one.starts(moment, state);
        other.starts(moment, state);
      }

      @Override
      public void takes(
          Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
        one.takes(taken, step, branch, before, after);
        other.takes(taken, step, branch, before, after);
      }

      @Override
      public void ends(Moment moment, Fate fate, Values state) {
        one.ends(moment, fate, state);
        other.ends(moment, fate, state);
      }
    };
  }
}
