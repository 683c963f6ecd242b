package org.hookline.dsl.tests.cases;

import java.util.List;

/**
 * What a kernel was seen to do, in a few words.
 *
 * <ul>
 *   <li>{@code ok}, {@code timeout}, {@code ECONNREFUSED} …: what the sender's socket reports
 *   <li>{@code accepted by HOST}: a listening socket there gets it
 *   <li>{@code REASON at HOST}: it is dropped there for this reason
 *   <li>{@code HOST.IFACE out}, {@code HOST.IFACE in}, with the beginning of the packet: it passes
 *   <li>{@code rules 1 HOST: COMMENT, COMMENT}: the first packet of the flow is taken by these
 *       rules there, in this order and by no others that have a comment
 *   <li>{@code no CLAIM}: the opposite
 * </ul>
 */
record Claim(String text) {
  private static final String NO = "no ";
  private static final String ACCEPTED = "accepted by ";

  boolean isOfRules() {
    return Rules.CLAIM.matcher(text).find();
  }

  boolean holds(Seen seen) {
    if (text.startsWith(NO)) {
      return !new Claim(text.substring(NO.length())).holds(seen);
    }
    if (Rules.CLAIM.matcher(text).matches()) {
      return seen.rules().hold(text);
    }
    if (text.startsWith(ACCEPTED)) {
      return seen.receivers().contains(text.substring(ACCEPTED.length()));
    }
    if (text.contains(" at ")) {
      return seen.drops().contains(text);
    }
    return text.contains(" ") ? passes(seen.wire()) : seen.result().equals(text);
  }

  /** Words of the claim in the order in which they stand in a line of the wire. */
  private boolean passes(List<String> wire) {
    String[] words = text.split(" ");
    return wire.stream().anyMatch(line -> contains(line, words));
  }

  private static boolean contains(String line, String[] words) {
    List<String> parts = List.of(line.split(" "));
    int from = 0;
    for (String word : words) {
      int at = parts.subList(from, parts.size()).indexOf(word);
      if (at < 0 || (from == 0 && at > 0)) {
        return false;
      }
      from += at + 1;
    }
    return true;
  }
}
