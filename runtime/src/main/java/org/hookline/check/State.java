package org.hookline.check;

import java.util.Arrays;
import java.util.List;
import org.hookline.check.set.Vec;

/** The values of a set of packets at some place, and the packets that wait behind it. */
record State(Vec[] env, List<Queued> queue) {

  @Override
  public boolean equals(Object object) {
    return object instanceof State other
        && Arrays.equals(env, other.env)
        && queue.equals(other.queue);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(env) + queue.hashCode();
  }
}
