package org.hookline.dsl.tests.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hookline.lab.Lab;
import org.hookline.lab.LabFailure;
import org.hookline.model.Network;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;

/** Which rules took a packet; they are known by their comments. */
sealed interface Rules {
  /** What rules claim: {@code rules 1 HOST: COMMENT, COMMENT}, of the first packet of the flow. */
  Pattern CLAIM = Pattern.compile("rules (\\d+) (\\S+): (.+)");

  boolean hold(String claim);

  /** In the order in which each packet met them. */
  record InOrder(List<String> claims) implements Rules {
    private static final Pattern COMMENT = Pattern.compile("comment \"([^\"]+)\"");

    static InOrder of(Trace trace) {
      List<String> claims = new ArrayList<>();
      for (int i = 0; i < trace.packets().size(); i++) {
        for (Map.Entry<String, List<String>> met : met(trace.packets().get(i)).entrySet()) {
          claims.add(
              "rules " + (i + 1) + " " + met.getKey() + ": " + String.join(", ", met.getValue()));
        }
      }
      return new InOrder(claims);
    }

    private static Map<String, List<String>> met(PacketTrace packet) {
      Map<String, List<String>> met = new LinkedHashMap<>();
      for (Hop hop : packet.hops()) {
        hop.steps().stream()
            .map(step -> COMMENT.matcher(step.why().text()))
            .filter(Matcher::find)
            .forEach(
                comment ->
                    met.computeIfAbsent(hop.host(), h -> new ArrayList<>()).add(comment.group(1)));
      }
      return met;
    }

    @Override
    public boolean hold(String claim) {
      return claims.contains(claim);
    }
  }

  /**
   * Counted by the kernel, which does not count by packet, nor in order.
   *
   * @param hits by {@code HOST: COMMENT}
   */
  record Counted(Map<String, Long> hits) implements Rules {
    private static final Pattern OF_IPTABLES =
        Pattern.compile("\\[(\\d+):\\d+\\] -A .*--comment \"?([^\"]+?)\"?(?: -j .*)?");
    private static final Pattern OF_NFT =
        Pattern.compile("\\s*.*counter packets (\\d+) bytes \\d+.* comment \"([^\"]+)\"");

    static final Counted NOTHING = new Counted(Map.of());

    static Counted in(Network network, Lab lab) throws LabFailure {
      Map<String, Long> hits = new LinkedHashMap<>();
      for (String host : network.hosts().stream().map(h -> h.name()).toList()) {
        String said =
            lab.run(
                host,
                "sh",
                "-c",
                "iptables-save -c 2>/dev/null; nft list table ip t 2>/dev/null; true");
        for (String line : said.split("\n")) {
          count(OF_IPTABLES.matcher(line), host, hits);
          count(OF_NFT.matcher(line), host, hits);
        }
      }
      return new Counted(hits);
    }

    private static void count(Matcher rule, String host, Map<String, Long> hits) {
      if (rule.matches()) {
        hits.merge(host + ": " + rule.group(2), Long.parseLong(rule.group(1)), Long::sum);
      }
    }

    Counted since(Counted before) {
      Map<String, Long> moved = new LinkedHashMap<>();
      hits.forEach((rule, now) -> moved.put(rule, now - before.hits.getOrDefault(rule, 0L)));
      moved.values().removeIf(n -> n == 0);
      return new Counted(moved);
    }

    @Override
    public boolean hold(String claim) {
      Matcher words = CLAIM.matcher(claim);
      return words.matches()
          && List.of(words.group(3).split(", ")).stream()
              .allMatch(rule -> hits.containsKey(words.group(2) + ": " + rule));
    }
  }
}
