package org.hookline.sim;

import java.util.List;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.trace.Trace;

/**
 * One flow, played alone.
 *
 * @param outcome as the sender's socket reports it; unreachable where nobody waits for an answer
 * @param assumptions what was drawn because the model does not know it
 */
public record Played(Expectation outcome, Trace trace, List<String> assumptions) {}
