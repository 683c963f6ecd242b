package org.hookline.export;

/** Colours of a terminal, or none: text without colour says the same. */
public enum Ink {
  PLAIN(false),
  COLOUR(true);

  private final boolean colour;

  Ink(boolean colour) {
    this.colour = colour;
  }

  /** For what is proved or expected. */
  public String good(String text) {
    return paint("32", text);
  }

  /** For what fails. */
  public String bad(String text) {
    return paint("1;31", text);
  }

  /** For what is not decided. */
  public String open(String text) {
    return paint("33", text);
  }

  /** For headings. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** For places and other small print. */
  public String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
