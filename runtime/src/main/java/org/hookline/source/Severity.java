package org.hookline.source;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** The text does not describe a network. */
  ERROR,
  /** It does, but probably not the intended one. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
