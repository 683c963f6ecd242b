package org.hookline.lab.random;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hookline.ir.Branch;
import org.hookline.ir.Step;
import org.hookline.ir.Taken;
import org.hookline.lab.recorded.RecordedCase;
import org.hookline.lab.recorded.RecordedProbe;
import org.hookline.model.rule.TableName;
import org.hookline.sim.Recorder;
import org.hookline.sim.Values;

/** How often what was met, by kind. */
public final class Coverage implements Recorder {
  private static final Pattern OPTION =
      Pattern.compile("(?:^|\\s)(!\\s+)?(-[a-z]|--[a-z-]+)(?=\\s|$)");
  private static final Pattern TARGET = Pattern.compile("(?:-j|-g) (\\S+)(.*)");
  private static final String STAGES = "stages";
  private static final Pattern RULE = Pattern.compile("^rule add (.*)");
  private static final Pattern ROUTE =
      Pattern.compile(
          "^route (?:add|replace|append) (blackhole|unreachable|prohibit|throw|local)?");
  private static final List<String> TABLES =
      Stream.of(TableName.values()).map(TableName::word).toList();

  private static final List<String> SELECTORS =
      List.of(
          "from",
          "to",
          "iif",
          "oif",
          "fwmark",
          "ipproto",
          "sport",
          "dport",
          "tos",
          "uidrange",
          "not");
  private static final List<String> ACTIONS =
      List.of(
          "lookup",
          "goto",
          "nop",
          "blackhole",
          "unreachable",
          "prohibit",
          "suppress_prefixlength",
          "suppress_ifgroup");

  private final SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();

  /** Counts by name, by kind: {@code stages}, {@code drop reasons}, {@code matches}, …. */
  public SortedMap<String, SortedMap<String, Integer>> counts() {
    return counts;
  }

  private void count(String kind, String name) {
    counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(name, 1, Integer::sum);
  }

  /** A step of the host under test: {@code r/forward/…}. */
  @Override
  public void takes(Taken taken, Step step, Optional<Branch> branch, Values before, Values after) {
    String label = step.label().name();
    if (label.startsWith(RecordedCase.HOST + "/")) {
      String[] parts = label.split("/");
      count(STAGES, parts[1]);
      if (parts.length > 2 && TABLES.contains(parts[2])) {
        count(STAGES, parts[2]);
      }
    }
  }

  /** Counts what a case has and what the kernel did with it. */
  void add(Plan plan, RecordedCase played) {
    plan.host().route().forEach(this::route);
    plan.spaces().values().stream()
        .flatMap(space -> space.link().stream())
        .filter(line -> line.endsWith(" down"))
        .forEach(line -> count("links", "without carrier"));
    plan.host().sysctl().keySet().forEach(key -> count("settings", key.replaceFirst(".*\\.", "")));
    plan.rules().rules().values().forEach(lines -> lines.forEach(this::packetRule));
    for (RecordedProbe probe : played.probes()) {
      count("probes", probe.kind().name().toLowerCase(Locale.ROOT));
      count("results", probe.outcome().result());
      probe.outcome().dropsAt(RecordedCase.HOST).forEach(drop -> count("drop reasons", drop));
    }
  }

  private void route(String line) {
    Matcher route = ROUTE.matcher(line);
    Matcher rule = RULE.matcher(line);
    if (route.find()) {
      count("route types", Optional.ofNullable(route.group(1)).orElse("unicast"));
    } else if (rule.find()) {
      List<String> words = List.of(rule.group(1).split(" "));
      SELECTORS.stream().filter(words::contains).forEach(s -> count("selectors", s));
      ACTIONS.stream().filter(words::contains).forEach(a -> count("rule actions", a));
    }
  }

  private void packetRule(String line) {
    Matcher target = TARGET.matcher(line);
    String matches = line.replaceFirst(" -[jg] .*", "").replaceFirst("^-A \\S+", "");
    Matcher option = OPTION.matcher(matches);
    while (option.find()) {
      if (!option.group(2).equals("-m")) {
        count("matches", option.group(2));
      }
    }
    if (target.find()) {
      String how = target.group(2).strip().split(" ")[0];
      boolean called = target.group(1).matches("U[A-Z]");
      String with = how.startsWith("--reject") ? target.group(2).strip() : how;
      count(
          "targets",
          called
              ? (line.contains(" -g ") ? "goto" : "jump")
              : (target.group(1) + " " + with).strip());
    } else {
      count("targets", "none");
    }
  }
}
