package org.hookline.dsl.ide.rename;

/** A rename that cannot be done; the message says why, in a sentence without a full stop. */
public final class RenameRefused extends Exception {
  private static final long serialVersionUID = 1L;

  RenameRefused(String message) {
    super(message);
  }
}
