package org.hookline.model.route;

import org.hookline.source.Origin;

/**
 * One {@code ip rule}. The list of a host is complete and in order of evaluation: the kernel's
 * three own rules are in it, and rules without a written preference have got theirs.
 *
 * @param preference 0 … 2³²−1; lower is evaluated first
 */
public record PolicyRule(long preference, Selector selector, RuleAction action, Origin origin) {

  /** Without the preference: {@code from 10.8.10.2 lookup telecom}. */
  public String text() {
    return selector + " " + action;
  }
}
