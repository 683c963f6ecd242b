package org.hookline.lab;

/**
 * The lab could not do its work: no rights, a tool is missing, or a script failed in its namespace.
 * The message is for the user and says what was run and what it said.
 */
public final class LabFailure extends Exception {
  private static final long serialVersionUID = 1;

  public LabFailure(String message) {
    super(message);
  }

  LabFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
