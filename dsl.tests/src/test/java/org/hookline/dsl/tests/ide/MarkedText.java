package org.hookline.dsl.tests.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hookline.dsl.ide.text.TextSpan;

/** A text with marks: {@code <|>} is the cursor, {@code <|} and {@code |>} enclose a span. */
record MarkedText(String text, OptionalInt cursor, List<TextSpan> spans) {

  static MarkedText of(String marked) {
    StringBuilder text = new StringBuilder();
    OptionalInt cursor = OptionalInt.empty();
    List<TextSpan> spans = new ArrayList<>();
    int open = -1;
    int i = 0;
    while (i < marked.length()) {
      if (marked.startsWith("<|>", i)) {
        cursor = OptionalInt.of(text.length());
        i += 3;
      } else if (marked.startsWith("<|", i)) {
        open = text.length();
        i += 2;
      } else if (marked.startsWith("|>", i)) {
        spans.add(new TextSpan(open, text.length() - open));
        i += 2;
      } else {
        text.append(marked.charAt(i++));
      }
    }
    return new MarkedText(text.toString(), cursor, spans);
  }
}
