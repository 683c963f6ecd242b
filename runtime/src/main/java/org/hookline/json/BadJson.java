package org.hookline.json;

/** A text that is no JSON, or not what was to be read. */
public final class BadJson extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Place place;
  private final String hint;

  BadJson(Place place, String message, String hint) {
    super(message);
    this.place = place;
    this.hint = hint;
  }

  public Place place() {
    return place;
  }

  /** What would be right; may be empty. */
  public String hint() {
    return hint;
  }
}
