package org.hookline.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * The lists of a JSON text and the lines on which their elements begin: the parser does not tell
 * lines, and takes one list only, where two commands wrote one file.
 */
final class JsonLines {
  private final String text;
  private final List<Integer> lines = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();

  private JsonLines(String text) {
    this.text = text;
  }

  static JsonLines of(String text) {
    JsonLines reader = new JsonLines(text);
    reader.read();
    return reader;
  }

  /** One line number, from 1, for each element that is an object. */
  List<Integer> ofElements() {
    return lines;
  }

  /** The texts of the lists, one behind the other; the last is what is no whole list. */
  List<String> lists() {
    return lists;
  }

  private void read() {
    int line = 1;
    int depth = 0;
    int begin = 0;
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
        if (depth == 0) {
          lists.add(text.substring(begin, i + 1));
          begin = i + 1;
        }
      }
    }
    if (!text.substring(begin).isBlank()) {
      lists.add(text.substring(begin));
    }
  }
}
