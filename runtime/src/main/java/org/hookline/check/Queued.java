package org.hookline.check;

import java.util.Arrays;
import org.hookline.check.set.Vec;
import org.hookline.ir.Waiting;

/**
 * A packet that waits until its predecessor has ended.
 *
 * @param packet where it will be
 * @param env its own fields; null where the world will be, which the predecessor leaves to it
 */
record Queued(Waiting packet, Vec[] env) {

  @Override
  public boolean equals(Object object) {
    return object instanceof Queued other
        && packet.equals(other.packet)
        && Arrays.equals(env, other.env);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(env) + packet.hashCode();
  }
}
