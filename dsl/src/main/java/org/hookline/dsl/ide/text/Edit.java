package org.hookline.dsl.ide.text;

import java.util.Comparator;
import java.util.List;

/**
 * One replacement in a text.
 *
 * @param span of the text as it is before any edit; empty for an insertion
 */
public record Edit(TextSpan span, String text) {

  /** Inserts before the character at an offset. */
  public static Edit insert(int offset, String text) {
    return new Edit(TextSpan.at(offset), text);
  }

  public static Edit delete(TextSpan span) {
    return new Edit(span, "");
  }

  /** A text after edits that do not overlap; insertions at one place keep their order. */
  public static String apply(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparing(Edit::span)).toList()) {
      result.append(text, done, edit.span.offset()).append(edit.text);
      done = edit.span.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
