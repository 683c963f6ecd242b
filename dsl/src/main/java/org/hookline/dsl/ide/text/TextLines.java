package org.hookline.dsl.ide.text;

import java.util.Arrays;
import org.hookline.source.Origin;

/** Where the lines of a text begin: turns lines and columns into offsets and back. */
public final class TextLines {
  private final String text;
  private final int[] starts;

  public TextLines(String text) {
    this.text = text;
    int count = 1 + (int) text.chars().filter(c -> c == '\n').count();
    starts = new int[count];
    int line = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts[++line] = i + 1;
      }
    }
  }

  public String text() {
    return text;
  }

  /** The span of an origin in this text; cut at the end of the text. */
  public TextSpan span(Origin origin) {
    int line = Math.max(1, Math.min(origin.line(), starts.length));
    int offset = Math.min(starts[line - 1] + Math.max(0, origin.column() - 1), text.length());
    return new TextSpan(offset, Math.min(origin.length(), text.length() - offset));
  }

  /** The offset of a 0-based line and column, cut at the end of the text. */
  public int offset(int line, int column) {
    return line >= starts.length ? text.length() : Math.min(starts[line] + column, text.length());
  }

  /** The 0-based line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The 0-based column of an offset, in UTF-16 units. */
  public int column(int offset) {
    return offset - starts[line(offset)];
  }

  /** The offset of the first character of a 0-based line. */
  public int start(int line) {
    return starts[line];
  }

  /** The blanks that the line of an offset begins with. */
  public String indentation(int offset) {
    int start = starts[line(offset)];
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }
}
