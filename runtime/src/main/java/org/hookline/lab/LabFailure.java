package org.hookline.lab;

/**
 * The lab could not do its work: no rights, a tool is missing, or a script failed in its namespace.
 * The message is for the user and says what was run and what it said.
 */
public final class LabFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean forLackOfRights;

  public LabFailure(String message) {
    this(message, null);
  }

  private LabFailure(String message, Throwable cause, boolean forLackOfRights) {
    super(message, cause);
    this.forLackOfRights = forLackOfRights;
  }

  /** There can be no lab for this user. */
  static LabFailure forLackOfRights(String message) {
    return new LabFailure(message, null, true);
  }

  /** Whether another user, root, might have a lab here. */
  public boolean isForLackOfRights() {
    return forLackOfRights;
  }

  LabFailure(String message, Throwable cause) {
    this(message, cause, false);
  }
}
