package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.hookline.dsl.cli.Commands;
import org.hookline.dsl.cli.Io;

/** A command that has ended, in this process. */
record Ended(int exit, String out, String err) {

  /** Nobody looks on, and nothing is to be read. */
  static Ended of(String... command) {
    return reading("", Map.of(), command);
  }

  static Ended onTerminal(Map<String, String> environment, String... command) {
    return of(new ByteArrayInputStream(new byte[0]), true, environment, command);
  }

  static Ended reading(String input, Map<String, String> environment, String... command) {
    return of(new ByteArrayInputStream(input.getBytes(UTF_8)), false, environment, command);
  }

  private static Ended of(
      InputStream input, boolean terminal, Map<String, String> environment, String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            input,
            terminal,
            environment);
    int exit = Commands.run(io, command);
    return new Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
