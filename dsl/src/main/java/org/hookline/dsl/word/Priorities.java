package org.hookline.dsl.word;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.addr.Malformed;

/**
 * Priorities of base chains: numbers, nft's names for them, and both together.
 *
 * <p>nft: src/rule.c std_prio_lookup(); kernel: enum nf_ip_hook_priorities
 */
final class Priorities {
  private static final Map<String, Integer> NAMES =
      Map.of(
          "raw", -300, "mangle", -150, "dstnat", -100, "filter", 0, "security", 50, "srcnat", 100);

  private static final Pattern FORM =
      Pattern.compile("(-?[0-9]{1,10})|([a-z]+)(?:([+-])([0-9]{1,9}))?");

  private Priorities() {}

  /**
   * Reads {@code -150}, {@code mangle} or {@code filter+10}.
   *
   * @throws Malformed {@code bad-priority}
   */
  static int parse(String word) {
    Matcher form = FORM.matcher(word.replace(" ", ""));
    if (!form.matches() || form.group(2) != null && !NAMES.containsKey(form.group(2))) {
      throw bad(word);
    }
    if (form.group(1) != null) {
      return number(word, Long.parseLong(form.group(1)));
    }
    long offset = form.group(4) == null ? 0 : Long.parseLong(form.group(4));
    return number(word, NAMES.get(form.group(2)) + ("-".equals(form.group(3)) ? -offset : offset));
  }

  private static int number(String word, long number) {
    if (number != (int) number) {
      throw bad(word);
    }
    return (int) number;
  }

  private static Malformed bad(String word) {
    return new Malformed(
        "bad-priority",
        "'" + word + "' is not the priority of a chain",
        "a number such as -150, or raw, mangle, dstnat, filter, security, srcnat, also filter+10");
  }
}
