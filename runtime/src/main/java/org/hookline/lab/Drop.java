package org.hookline.lab;

/**
 * A packet that the kernel freed on its way.
 *
 * @param host where, as far as that can be told; see the agent
 * @param reason the kernel's name (include/net/dropreason-core.h), without its prefix
 * @param function where in the kernel; empty in a prediction
 */
public record Drop(String host, String reason, String function) {
  @Override
  public String toString() {
    return reason + " at " + host + (function.isEmpty() ? "" : " in " + function + "()");
  }
}
