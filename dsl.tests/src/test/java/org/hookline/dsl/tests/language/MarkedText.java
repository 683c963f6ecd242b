package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.source.Problem;

/**
 * A text with its problems marked below the words they belong to:
 *
 * <pre>
 *   table main { default dev eth1 }
 *   //                       ^^^^ error unknown-interface 'no interface is called'
 * </pre>
 *
 * The quoted text is how the message begins. A line without a marker has no problem.
 */
final class MarkedText {
  private static final Pattern MARKER =
      Pattern.compile("^\\s*//(\\s*)(\\^+) (error|warning|note) ([a-z-]+)(?: '(.*)')?\\s*$");

  private MarkedText() {}

  /** Reads the text and compares its problems with the markers, both ways. */
  static void check(String text) {
    List<String> expected = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int line = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (!marker.matches()) {
        line = i + 1;
        continue;
      }
      int column = marker.start(2) + 1;
      int length = marker.group(2).length();
      expected.add(place(line, column, length) + marker.group(3) + " " + marker.group(4));
      beginnings.add(marker.group(5) == null ? "" : marker.group(5));
    }
    List<Problem> problems = Hkl.load(text).problems();
    assertThat(problems.stream().map(MarkedText::marked).toList())
        .as("problems of\n%s\nwhich are\n%s", text, Hkl.problems(Hkl.load(text)))
        .containsExactlyElementsOf(expected);
    for (int i = 0; i < beginnings.size(); i++) {
      assertThat(problems.get(i).message()).startsWith(beginnings.get(i));
    }
  }

  private static String marked(Problem problem) {
    return place(problem.origin().line(), problem.origin().column(), problem.origin().length())
        + problem.severity().word()
        + " "
        + problem.code();
  }

  private static String place(int line, int column, int length) {
    return "line " + line + " column " + column + " length " + length + " ";
  }
}
