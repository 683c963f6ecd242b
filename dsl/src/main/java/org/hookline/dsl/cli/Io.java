package org.hookline.dsl.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command may touch of its process, so that tests can give it something else.
 *
 * @param out results, UTF-8
 * @param err progress, warnings and usage errors, UTF-8
 * @param in the file named {@code -}
 * @param terminal whether the results go to a terminal
 * @param watched whether the error stream goes to a terminal, where progress can be shown
 * @param environment variables such as {@code NO_COLOR}
 */
public record Io(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean terminal,
    boolean watched,
    Map<String, String> environment) {

  /** What nobody watches. */
  public Io(
      PrintStream out,
      PrintStream err,
      InputStream in,
      boolean terminal,
      Map<String, String> environment) {
    this(out, err, in, terminal, false, environment);
  }
}
