package org.hookline.importer;

import java.util.List;
import org.hookline.source.Origin;

/**
 * What one command printed.
 *
 * @param file its name as messages show it
 */
public record Dump(String file, String text) {

  /** One line of it. */
  public record Line(String text, Origin origin) {

    /** The words between blanks. */
    List<String> words() {
      return List.of(text.trim().split("\\s+"));
    }
  }

  /** All lines, with their places. */
  List<Line> lines() {
    List<String> lines = text.lines().toList();
    return java.util.stream.IntStream.range(0, lines.size())
        .mapToObj(i -> new Line(lines.get(i), Origin.line(file, i + 1)))
        .toList();
  }

  /** Whether this is the output of a command with {@code -j}. */
  boolean isJson() {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{");
  }
}
