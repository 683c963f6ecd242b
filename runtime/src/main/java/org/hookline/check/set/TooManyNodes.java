package org.hookline.check.set;

/** An arena is full. Whoever asked has an answer for that: the part in hand is inconclusive. */
public final class TooManyNodes extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyNodes(int limit) {
    super("more than " + limit + " diagram nodes", null, false, false);
  }
}
