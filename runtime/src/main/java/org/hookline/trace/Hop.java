package org.hookline.trace;

import java.util.List;
import java.util.Optional;
import org.hookline.packet.Headers;

/**
 * A packet's passage through one host.
 *
 * @param host a host or pseudo-host
 * @param iif the interface it came in by; empty when it was made here
 * @param arrived headers when it came in, or was made
 * @param way the boxes that it passed, in order, those included that had nothing to tell
 * @param oif the interface it left by; empty when it ended here
 * @param left headers when it left or ended
 */
public record Hop(
    String host,
    Optional<String> iif,
    Headers arrived,
    List<Box> way,
    List<TraceStep> steps,
    Optional<String> oif,
    Headers left) {}
