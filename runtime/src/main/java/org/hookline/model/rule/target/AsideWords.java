package org.hookline.model.rule.target;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Targets of iptables that the model keeps as text, in nft's words where it has some. */
final class AsideWords {
  private static final Pattern MSS = Pattern.compile("--set-mss ([0-9]+)");
  private static final Pattern CLASS = Pattern.compile("--set-class ([0-9a-fA-F]+:[0-9a-fA-F]+)");
  private static final Pattern GATEWAY =
      Pattern.compile("--gateway ([0-9a-fA-F.:]+)(?: --oif ([A-Za-z0-9_.-]+))?");
  private static final Pattern QUEUE = Pattern.compile("--queue-num ([0-9]+)( --queue-bypass)?");
  private static final Pattern NFLOG =
      Pattern.compile(
          "(?:--nflog-prefix (?:\"([^\"$\\\\]*)\"|([^\"$\\\\ ]+)) ?)?(?:--nflog-group ([0-9]+) ?)?"
              + "(?:--nflog-size ([0-9]+) ?)?(?:--nflog-threshold ([0-9]+))?");

  private AsideWords() {}

  /** What a target with its options is for nft; empty where it has no words. */
  static Optional<String> nft(String target, String options) {
    return switch (target) {
      case "TRACE" -> Optional.of("meta nftrace set 1");
      case "TCPMSS" ->
          options.equals("--clamp-mss-to-pmtu")
              ? Optional.of("tcp option maxseg size set rt mtu")
              : read(MSS, options).map(m -> "tcp option maxseg size set " + m.group(1));
      case "CLASSIFY" -> read(CLASS, options).map(m -> "meta priority set " + m.group(1));
      case "TEE" ->
          read(GATEWAY, options)
              .map(m -> "dup to " + m.group(1) + word(" device \"", m.group(2), "\""));
      case "NFQUEUE" ->
          read(QUEUE, options)
              .map(m -> "queue num " + m.group(1) + (m.group(2) == null ? "" : " bypass"));
      case "NFLOG" -> read(NFLOG, options).map(AsideWords::log);
      default -> Optional.empty();
    };
  }

  private static String log(Matcher m) {
    String prefix = m.group(1) == null ? m.group(2) : m.group(1);
    String group = m.group(3) == null ? "0" : m.group(3);
    return "log"
        + word(" prefix \"", prefix, "\"")
        + " group "
        + group
        + word(" snaplen ", m.group(4), "")
        + word(" queue-threshold ", m.group(5), "");
  }

  private static String word(String before, String value, String behind) {
    return value == null ? "" : before + value + behind;
  }

  private static Optional<Matcher> read(Pattern pattern, String options) {
    Matcher matcher = pattern.matcher(options);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
