package org.hookline.check;

import java.util.List;
import org.hookline.ir.Why;
import org.hookline.packet.Headers;
import org.hookline.trace.Trace;

/**
 * One failing flow, replayed by the simulator.
 *
 * @param packet the opening packet
 * @param trace what the simulator saw
 * @param deciders the user's rules, routes and settings on its way, in order, each once
 */
public record Counterexample(Headers packet, Trace trace, List<Why> deciders) {}
