package org.hookline.dsl.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** For whom results are written. */
final class FormatOption {
  /** Values of {@code --format}. */
  enum Form {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text for people, json for machines.")
  private Form form;

  boolean json() {
    return form == Form.JSON;
  }
}
