package org.hookline.model.flow;

import org.hookline.source.Origin;

/**
 * What a counter of a host's kernel must have come to at the end of a simulation.
 *
 * @param name the kernel's word: {@code insert_failed}, {@code TCPTimeouts}
 */
public record CounterGoal(String name, String host, long value, Origin origin) {

  /** As the language writes it. */
  public String text() {
    return "counter " + name + " of " + host + " = " + value;
  }
}
