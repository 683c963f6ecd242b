package org.hookline.dsl.cli;

/** A text with errors, which have been shown. */
final class InvalidModel extends Exception {
  private static final long serialVersionUID = 1L;
}
