package org.hookline.emit.scenario;

import org.hookline.source.Problem;

/** A text that is no scenario. */
public final class BadScenario extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  BadScenario(Problem problem) {
    super(problem.origin() + ": " + problem.message());
    this.problem = problem;
  }

  /** What is wrong, where, and what would be right. */
  public Problem problem() {
    return problem;
  }
}
