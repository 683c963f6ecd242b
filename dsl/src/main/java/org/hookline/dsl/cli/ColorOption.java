package org.hookline.dsl.cli;

import java.util.Locale;
import org.hookline.export.Ink;
import picocli.CommandLine.Option;

/** Whether output has colours. */
final class ColorOption {
  /** Values of {@code --color}. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto looks for a terminal and at NO_COLOR.")
  private When when;

  Ink ink(Io io) {
    boolean plain =
        when == When.NEVER
            || when == When.AUTO
                && (!io.terminal() || !io.environment().getOrDefault("NO_COLOR", "").isEmpty());
    return plain ? Ink.PLAIN : Ink.COLOUR;
  }
}
