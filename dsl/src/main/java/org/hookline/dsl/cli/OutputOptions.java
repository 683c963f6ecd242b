package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.hookline.export.Ink;
import picocli.CommandLine.Option;

/** Where results go and how they look. */
final class OutputOptions {
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
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the results into this file instead of printing them.")
  private Path file;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto looks for a terminal and at NO_COLOR.")
  private When color;

  Ink ink(Io io) {
    boolean plain =
        color == When.NEVER
            || color == When.AUTO
                && (file != null
                    || !io.terminal()
                    || !io.environment().getOrDefault("NO_COLOR", "").isEmpty());
    return plain ? Ink.PLAIN : Ink.COLOUR;
  }

  /** Writes all results at once: a file is either complete or untouched. */
  void write(Io io, String results) throws IOException {
    if (file == null) {
      io.out().print(results);
      return;
    }
    Path directory = file.toAbsolutePath().getParent();
    Path whole = Files.createTempFile(directory, ".hookline", ".part");
    try {
      Files.writeString(whole, results, StandardCharsets.UTF_8);
      move(whole);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private void move(Path whole) throws IOException {
    try {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
