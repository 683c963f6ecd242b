package org.hookline.dsl.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/** What files looked like on disk when they were last asked for. */
final class DiskState {
  private final Map<URI, Stamp> seen = new HashMap<>();

  private record Stamp(long modified, long size) {}

  /** Whether a file can be read as a text. */
  boolean isReadable(URI file) {
    return stamp(file).isPresent();
  }

  /** Whether a file is another one than last time, or gone; false the first time. */
  boolean changed(URI file) {
    Optional<Stamp> now = stamp(file);
    Stamp before = now.isPresent() ? seen.put(file, now.get()) : seen.remove(file);
    return now.isEmpty() || before != null && !before.equals(now.get());
  }

  /** Empty for what is missing, no file, or must not be read. */
  private static Optional<Stamp> stamp(URI file) {
    if (!file.isFile()) {
      return Optional.empty();
    }
    Path path = Path.of(file.toFileString());
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile() && Files.isReadable(path)
          ? Optional.of(new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
