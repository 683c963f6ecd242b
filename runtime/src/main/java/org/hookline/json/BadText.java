package org.hookline.json;

/** A string that is no value of the type it should be of; the reader adds the place. */
public final class BadText extends Exception {
  private static final long serialVersionUID = 1L;
  private final String hint;

  public BadText(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What would be right. */
  public String hint() {
    return hint;
  }
}
