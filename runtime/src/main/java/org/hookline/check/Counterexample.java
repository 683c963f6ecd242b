package org.hookline.check;

import java.util.List;
import java.util.Optional;
import org.hookline.ir.Why;
import org.hookline.packet.Headers;
import org.hookline.trace.Trace;

/**
 * One failing flow, replayed by the simulator.
 *
 * @param packet the opening packet
 * @param remark of a comparison: in which of the two networks this is its way, and what is
 *     otherwise in the other one
 * @param trace what the simulator saw
 * @param deciders the user's rules, routes and settings on its way, in order, each once
 */
public record Counterexample(
    Headers packet, Optional<String> remark, Trace trace, List<Why> deciders) {

  Counterexample(Headers packet, Trace trace, List<Why> deciders) {
    this(packet, Optional.empty(), trace, deciders);
  }

  Counterexample remarked(String text) {
    return new Counterexample(packet, Optional.of(text), trace, deciders);
  }
}
