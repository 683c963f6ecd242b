package org.hookline.ui.editor.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.text.Region;

/**
 * A text with gaps to fill in, as the protocol writes it: {@code host ${1:box} { $0 }}.
 *
 * @param text with the gaps filled as proposed
 * @param gaps by number, each with all the places that have the same content
 */
record Snippet(String text, Map<Integer, List<Region>> gaps) {
  private static final Pattern GAP =
      Pattern.compile("\\\\([$}\\\\])|\\$(\\d+)|\\$\\{(\\d+)(?::((?:[^}\\\\]|\\\\.)*))?\\}");

  static Snippet parse(String source) {
    StringBuilder text = new StringBuilder();
    Map<Integer, List<Region>> gaps = new TreeMap<>();
    Map<Integer, String> proposed = new LinkedHashMap<>();
    Matcher matcher = GAP.matcher(source);
    int from = 0;
    while (matcher.find()) {
      text.append(source, from, matcher.start());
      from = matcher.end();
      if (matcher.group(1) != null) {
        text.append(matcher.group(1));
        continue;
      }
      String digits = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      int number = Integer.parseInt(digits);
      String words = matcher.group(4);
      if (words != null) {
        proposed.putIfAbsent(number, words.replaceAll("\\\\(.)", "$1"));
      }
      String filled = proposed.getOrDefault(number, "");
      gaps.computeIfAbsent(number, n -> new ArrayList<>())
          .add(new Region(text.length(), filled.length()));
      text.append(filled);
    }
    text.append(source.substring(from));
    return new Snippet(text.toString(), gaps);
  }

  /** The same with every line but the first moved to the right. */
  static String indented(String source, String indent) {
    return source.replace("\n", "\n" + indent);
  }
}
