package org.hookline.lab.order;

import org.hookline.model.rule.Hook;

/**
 * The first step of an order in which prediction and kernel differ.
 *
 * @param hook where it is
 * @param step which step of the hook, from 1; 0 when the passage itself differs
 */
public record Parting(Hook hook, int step, String predicted, String observed) {
  @Override
  public String toString() {
    return hook + (step == 0 ? "" : " step " + step);
  }
}
