package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;

/** Lines on which the elements of a JSON list begin; the parser does not tell them. */
final class JsonLines {
  private JsonLines() {}

  /** One line number, from 1, for each element that is an object. */
  static List<Integer> ofElements(String text) {
    List<Integer> lines = new ArrayList<>();
    int line = 1;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == '{') {
        if (depth == 1) {
          lines.add(line);
        }
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
    return lines;
  }
}
