package org.hookline.dsl.cli;

/** Arguments that make no sense together, or not for this file. */
final class Misuse extends Exception {
  private static final long serialVersionUID = 1L;
  private final String hint;

  Misuse(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What would be right. */
  String hint() {
    return hint;
  }
}
