package org.hookline.check;

/**
 * How far a run may go, and how it merges. What lies beyond is inconclusive, never lost.
 *
 * @param states states at most; the rest is inconclusive
 * @param nodes diagram nodes at most; the rest is inconclusive
 * @param merging how states that meet become one
 * @param apart states with different values that may stay apart at one step, for {@link
 *     Merging#FOLD}
 */
public record Limits(int states, int nodes, Merging merging, int apart) {

  /** What an ordinary check uses. */
  public static final Limits ORDINARY = new Limits(200_000, 1 << 23, Merging.FOLD, 8);

  /** How states that meet at a step become one. */
  public enum Merging {
    /** Not at all. */
    NONE,
    /** When all their values are equal. */
    EQUAL,
    /** Also when there are too many of them: values become functions of the guard. */
    FOLD
  }
}
