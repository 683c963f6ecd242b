package org.hookline.ir;

/** A law of the engine does not hold: our own error, never the user's. */
public final class BrokenLaw extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenLaw(String message) {
    super(message);
  }
}
