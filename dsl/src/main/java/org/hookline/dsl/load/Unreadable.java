package org.hookline.dsl.load;

/** An input that is no text of the language at all: missing, a directory, binary, far too large. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final String hint;

  Unreadable(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What would be right. */
  public String hint() {
    return hint;
  }
}
