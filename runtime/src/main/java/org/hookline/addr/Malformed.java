package org.hookline.addr;

/**
 * A text that is no address, prefix, port, mark …: the code of its help page, what is wrong and
 * what would be right. Callers that have a place (editor, importer) turn it into a located problem.
 */
public final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final String hint;

  public Malformed(String code, String message, String hint) {
    super(message, null, false, false);
    this.code = code;
    this.hint = hint;
  }

  /** Code of the help page, for example {@code bad-address}. */
  public String code() {
    return code;
  }

  /** What would be right; may be empty. */
  public String hint() {
    return hint;
  }
}
