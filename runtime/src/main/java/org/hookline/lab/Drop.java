package org.hookline.lab;

import java.util.Optional;
import org.hookline.packet.Headers;

/**
 * A packet that the kernel freed on its way.
 *
 * @param reason the kernel's name (include/net/dropreason-core.h), without its prefix
 * @param function where in the kernel; empty in a prediction
 * @param packet as it was then; empty in a prediction
 */
public record Drop(String host, String reason, String function, Optional<Headers> packet) {

  /** Whether the lab hears of it: whatever is removed purges queues. */
  public static boolean isHeard(String reason) {
    return !reason.equals("QUEUE_PURGE");
  }

  @Override
  public String toString() {
    return reason + " at " + host + (function.isEmpty() ? "" : " in " + function + "()");
  }
}
