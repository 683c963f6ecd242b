package org.hookline.model.flow;

import java.util.List;
import java.util.Optional;

/**
 * What belongs to an action beside its packet.
 *
 * @param dev the interface that its socket is bound to (SO_BINDTODEVICE)
 * @param at milliseconds since the simulation began; empty for when the action before is over
 * @param sights what must be seen, or not seen, on the wires
 */
public record Circumstances(Optional<String> dev, Optional<Moment> at, List<Sight> sights) {

  public static final Circumstances NONE =
      new Circumstances(Optional.empty(), Optional.empty(), List.of());

  /**
   * A time since the simulation began.
   *
   * @param millis milliseconds
   */
  public record Moment(long millis) {
    /** Seconds, as the language writes them: {@code 1.5s}. */
    @Override
    public String toString() {
      return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
  }
}
