package org.hookline.check;

import java.util.Arrays;
import org.hookline.check.set.Vec;
import org.hookline.ir.Label;

/**
 * A packet that waits until its predecessor has ended.
 *
 * @param env its own fields; null where the world will be, which the predecessor leaves to it
 */
record Queued(Label step, Vec[] env) {

  @Override
  public boolean equals(Object object) {
    return object instanceof Queued other && step == other.step && Arrays.equals(env, other.env);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(env) + step.hashCode();
  }
}
