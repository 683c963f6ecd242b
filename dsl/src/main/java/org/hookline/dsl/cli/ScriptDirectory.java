package org.hookline.dsl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for scripts that is gone when it is closed, or when this process is interrupted. */
record ScriptDirectory(Path path) implements AutoCloseable {

  static ScriptDirectory create() throws IOException {
    ScriptDirectory directory = new ScriptDirectory(Files.createTempDirectory("hookline-lab"));
    Runtime.getRuntime().addShutdownHook(new Thread(directory::sweep, "script directory"));
    return directory;
  }

  @Override
  public void close() {
    sweep();
  }

  private synchronized void sweep() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }
}
