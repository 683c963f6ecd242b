package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hookline.emit.AtomicFile;
import org.hookline.emit.ScriptFile;
import org.hookline.export.Ink;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results go and how they look. */
final class OutputOptions {
  @Mixin private ColorOption color;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the results into this file instead of printing them.")
  private Path file;

  /** Colours of results: none in a file. */
  Ink ink(Io io) {
    return file == null ? color.ink(io) : Ink.PLAIN;
  }

  /** Writes all results at once: a file is either complete or untouched. */
  void write(Io io, String results) throws IOException {
    if (file == null) {
      io.out().print(results);
    } else {
      AtomicFile.write(file, ScriptFile.data(results));
    }
  }
}
