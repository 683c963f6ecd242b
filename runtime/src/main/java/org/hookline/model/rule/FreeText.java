package org.hookline.model.rule;

/** Text in a rule that no type guards: whoever writes it into a script looks at it first. */
public record FreeText(Kind kind, String text) {

  /** What the text stands for. */
  public enum Kind {
    /** A name of an interface, or its beginning and {@code +}. */
    INTERFACE,
    CHAIN,
    COMMENT,
    LOG_PREFIX
  }
}
