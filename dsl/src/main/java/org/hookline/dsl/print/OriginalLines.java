package org.hookline.dsl.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hookline.source.Origin;

/** The lines of dumps that imported elements came from. */
final class OriginalLines {
  private final Path directory;
  private final Map<String, List<String>> files = new HashMap<>();

  OriginalLines(Path directory) {
    this.directory = directory;
  }

  /** Place and text of a line: {@code iptables-save:17: -A INPUT …}; of JSON the place alone. */
  Optional<String> of(Origin origin) {
    if (!origin.known()) {
      return Optional.empty();
    }
    List<String> lines = files.computeIfAbsent(origin.file(), OriginalLines::read);
    String line = origin.line() <= lines.size() ? lines.get(origin.line() - 1).strip() : "";
    boolean telling = !line.isEmpty() && !line.startsWith("[") && !line.startsWith("{");
    return Optional.of(place(origin) + (telling ? ": " + line : ""));
  }

  /** A place, named relative to what was imported. */
  String place(Origin origin) {
    Path file = Path.of(origin.file());
    Path shown = file.startsWith(directory) ? directory.relativize(file) : file;
    return shown + ":" + origin.line();
  }

  /** What has become unreadable since it was imported is told by its place alone. */
  private static List<String> read(String file) {
    try {
      return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
