package org.hookline.sim;

import org.hookline.model.flow.Action;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.trace.Trace;

/**
 * What an endpoint saw of its action.
 *
 * @param outcome as the socket reports it
 */
public record ActionResult(Action action, Expectation outcome, Trace trace) {

  /** Whether the author expected this, or expected nothing. */
  public boolean met() {
    return action.expected().map(e -> e == outcome).orElse(true);
  }
}
