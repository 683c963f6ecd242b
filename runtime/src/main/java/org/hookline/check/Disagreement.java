package org.hookline.check;

/**
 * The two interpreters do not agree on a flow: a bug of ours. The message is the bundle that is
 * written for the report.
 */
public final class Disagreement extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Disagreement(String bundle) {
    super(bundle);
  }
}
