package org.hookline.model.rule.match;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules of iptables that the model keeps as text, in nft's words where it has some. */
final class TrafficWords {
  /** kernel: net/netfilter/xt_statistic.c compares 31 random bits. */
  private static final long RANDOM = 0x80000000L;

  private static final Pattern PROBABILITY =
      Pattern.compile("--mode random (! )?--probability ([0-9.]+)");
  private static final Pattern NTH =
      Pattern.compile("--mode nth (! )?--every ([0-9]+)(?: --packet ([0-9]+))?");
  private static final Pattern RANGE = Pattern.compile("(! )?--mss ([0-9]+)(?::([0-9]+))?");
  private static final Pattern CPU = Pattern.compile("(! )?--cpu ([0-9]+)");
  private static final Pattern HELPER = Pattern.compile("(! )?--helper \"?([a-zA-Z0-9-]+)\"?");

  private TrafficWords() {}

  /** What a module with its options is for nft; empty where it has no words. */
  static Optional<String> nft(String module, String options) {
    return switch (module) {
      case "statistic" -> statistic(options);
      case "tcpmss" -> range("tcp option maxseg size", options);
      case "cpu" -> read(CPU, options).map(m -> "meta cpu" + not(m) + m.group(2));
      case "helper" ->
          read(HELPER, options).map(m -> "ct helper" + not(m) + '"' + m.group(2) + '"');
      default -> Optional.empty();
    };
  }

  private static Optional<String> statistic(String options) {
    Optional<String> random =
        read(PROBABILITY, options)
            .map(
                m ->
                    "meta random & 0x7fffffff "
                        + (m.group(1) == null ? "< " : ">= ")
                        + Math.round(Double.parseDouble(m.group(2)) * RANDOM));
    return random.or(
        () ->
            read(NTH, options)
                .map(
                    m ->
                        "numgen inc mod "
                            + m.group(2)
                            + not(m)
                            + (m.group(3) == null ? "0" : m.group(3))));
  }

  private static Optional<String> range(String key, String options) {
    return read(RANGE, options)
        .map(m -> key + not(m) + m.group(2) + (m.group(3) == null ? "" : "-" + m.group(3)));
  }

  private static String not(Matcher read) {
    return read.group(1) == null ? " " : " != ";
  }

  private static Optional<Matcher> read(Pattern pattern, String options) {
    Matcher matcher = pattern.matcher(options);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
