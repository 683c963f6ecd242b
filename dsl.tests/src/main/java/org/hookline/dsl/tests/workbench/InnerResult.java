package org.hookline.dsl.tests.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * How one test inside the workbench ended, as a line of text that crosses to the build outside.
 *
 * @param ending what became of it
 * @param name the test's class and display name
 * @param detail a stack trace, the reason of a skip, or nothing
 */
public record InnerResult(Ending ending, String name, String detail) {

  /** What can become of a test. */
  public enum Ending {
    PASSED,
    FAILED,
    SKIPPED
  }

  static InnerResult passed(String name) {
    return new InnerResult(Ending.PASSED, name, "");
  }

  static InnerResult failed(String name, Throwable reason) {
    StringWriter trace = new StringWriter();
    reason.printStackTrace(new PrintWriter(trace));
    return new InnerResult(Ending.FAILED, name, trace.toString());
  }

  static InnerResult skipped(String name, String reason) {
    return new InnerResult(Ending.SKIPPED, name, reason);
  }

  String toLine() {
    return String.join("\t", ending.name(), escape(name), escape(detail));
  }

  static InnerResult parse(String line) {
    String[] columns = line.split("\t", 3);
    return new InnerResult(
        Ending.valueOf(columns[0]), columns[1].translateEscapes(), columns[2].translateEscapes());
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }
}
