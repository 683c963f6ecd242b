package org.hookline.lab.recorded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of recordings in which a random port is a class: {@code R1024-2048}, {@code <512}, {@code
 * <1024}, {@code >=1024}, and {@code any} for an identifier.
 */
final class PortClasses {
  private static final Pattern RANGE = Pattern.compile("R([0-9]+)-([0-9]+)");

  /** Whether a prediction is what was recorded, word by word. */
  boolean same(String predicted, String recorded) {
    String[] said = predicted.split(" ");
    String[] seen = recorded.split(" ");
    if (said.length != seen.length) {
      return false;
    }
    for (int i = 0; i < said.length; i++) {
      if (!said[i].equals(seen[i]) && !sameEnd(said[i], seen[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@code 10.0.0.1:40000} beside {@code 10.0.0.1:>=1024}. */
  private static boolean sameEnd(String said, String seen) {
    int colon = seen.lastIndexOf(':');
    int other = said.lastIndexOf(':');
    return colon >= 0
        && other >= 0
        && seen.substring(0, colon).equals(said.substring(0, other))
        && said.substring(other + 1).matches("[0-9]{1,5}")
        && inClass(Integer.parseInt(said.substring(other + 1)), seen.substring(colon + 1));
  }

  private static boolean inClass(int port, String name) {
    Matcher range = RANGE.matcher(name);
    if (range.matches()) {
      return Integer.parseInt(range.group(1)) <= port && port <= Integer.parseInt(range.group(2));
    }
    return switch (name) {
      case "<512" -> port > 0 && port < 512;
      case "<1024" -> port >= 512 && port < 1024;
      case ">=1024" -> port >= 1024;
      case "any" -> true;
      default -> false;
    };
  }
}
