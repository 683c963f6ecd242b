package org.hookline.dsl.cli;

/** How a command ends, for scripts. */
enum Exit {
  /** Everything is as it should be: proved, expectations met. */
  GOOD(0),
  /** An invalid model, a refuted property, a missed expectation. */
  FINDINGS(1),
  /** Wrong usage, or input that cannot be read. */
  UNUSABLE(2),
  /** Inconclusive, or true only under assumptions. */
  OPEN(3),
  /** A bug of Hookline. */
  INTERNAL(70);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The more serious of two: a bug, then unusable input, then findings, then open questions. */
  Exit and(Exit other) {
    return rank() >= other.rank() ? this : other;
  }

  private int rank() {
    return this == OPEN ? 1 : this == FINDINGS ? 2 : this == UNUSABLE ? 3 : code;
  }
}
