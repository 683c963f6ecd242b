package org.hookline.trace;

import java.util.List;
import org.hookline.ir.Fate;
import org.hookline.packet.Headers;

/**
 * One packet's way through the network.
 *
 * @param number 0 opens the flow
 * @param sent the headers it began with
 * @param hops the hosts it passed, at least one
 */
public record PacketTrace(int number, Headers sent, List<Hop> hops, Fate fate) {
  private static final List<String> NAMES =
      List.of("opening packet", "answer", "third packet", "fourth packet");

  /** Which packet of its flow it is. */
  public String name() {
    return number < NAMES.size() ? NAMES.get(number) : "packet " + number;
  }
}
