package org.hookline.source;

/**
 * Something that is wrong with a text, as a value.
 *
 * @param code name of the help page, for example {@code unknown-interface}
 * @param message what is wrong, one sentence without a full stop
 * @param hint what would be right; may be empty
 * @param origin the words that are wrong
 */
public record Problem(Severity severity, String code, String message, String hint, Origin origin) {

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
