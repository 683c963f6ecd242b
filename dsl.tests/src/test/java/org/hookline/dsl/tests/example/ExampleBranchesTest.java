package org.hookline.dsl.tests.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hookline.agree.WaysTaken;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.ir.Branch;
import org.hookline.ir.Pred;
import org.hookline.ir.Step;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.path.Numbering;
import org.hookline.path.PacketWalk;
import org.junit.jupiter.api.Test;

/**
 * Each branch of the examples' graphs is taken by some packet, or no packet takes it for a reason
 * that {@code untaken.txt} names. That none takes it is what the checker found over all packets
 * from everywhere; the reason is ours.
 */
class ExampleBranchesTest {
  private static final long SEED = 20261120;
  private static final Path EXAMPLES =
      Path.of(System.getProperty("hookline.root")).resolve("examples");

  /** {@code *}, or {@code {a,b}}. */
  private static final Pattern WILD = Pattern.compile("\\*|\\{([^}]*)}");

  private static final NetworkLoader LOADER =
      new HooklineStandaloneSetup()
          .createInjectorAndDoEMFRegistration()
          .getInstance(NetworkLoader.class);

  @Test
  void everyBranchIsTakenOrListedWithTheReason() throws Exception {
    Map<String, String> reasons = reasons();
    Set<String> needed = new TreeSet<>();
    Set<String> unexplained = new TreeSet<>();
    Map<Path, StepGraph> graphs = new TreeMap<>();
    for (Path file : files()) {
      Network network = LOADER.load(file.toString()).network().orElseThrow();
      Numbering numbers = PacketWalk.number(network);
      graphs.put(file, PacketWalk.of(network, numbers, new StepGraph.Builder(), List.of()).graph());
    }
    List<Untaken> all =
        graphs.entrySet().parallelStream().map(e -> untaken(e.getKey(), e.getValue())).toList();
    for (Untaken untaken : all) {
      System.out.println(untaken.summary());
      untaken
          .kinds()
          .forEach(
              (kind, count) -> {
                Optional<String> pattern = fitting(reasons.keySet(), kind);
                String reason = pattern.map(reasons::get).orElse("?");
                System.out.printf("  %d x %s: %s%n", count, kind, reason);
                pattern.ifPresentOrElse(needed::add, () -> unexplained.add(kind));
              });
    }
    assertThat(unexplained).as("branches that no packet takes, without a reason").isEmpty();
    assertThat(needed).as("reasons that are needed").isEqualTo(reasons.keySet());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".hkl")).sorted().toList();
    }
  }

  /** The branches of a file's graph that no packet takes: how many of each kind. */
  private record Untaken(String summary, Map<String, Integer> kinds) {}

  private static Untaken untaken(Path file, StepGraph graph) {
    WaysTaken taken = new WaysTaken(graph, SEED);
    assertThat(taken.bounded()).as("questions that met a bound").isEmpty();
    Map<String, Integer> kinds = new TreeMap<>();
    int all = 0;
    int missing = 0;
    for (Step step : graph.steps()) {
      for (int way = 0; way < WaysTaken.ways(step); way++) {
        all++;
        if (!taken.has(step.label(), way)) {
          missing++;
          kinds.merge(kind(step, way), 1, Integer::sum);
        }
      }
    }
    String name = EXAMPLES.relativize(file).toString();
    return new Untaken(name + ": " + (all - missing) + " of " + all + " branches taken", kinds);
  }

  /** What a branch is, without the names and numbers of its host. */
  private static String kind(Step step, int way) {
    String place = step.label().name().replaceFirst("^[^/]*/", "").replaceAll("[0-9]+", "N");
    return place + " | " + word(step, way);
  }

  private static String word(Step step, int way) {
    if (!(step instanceof Step.Branches branches)) {
      return "way " + way;
    }
    Branch branch = branches.list().get(way);
    boolean rest = way > 0 && branch.guard().equals(Pred.TRUE);
    return branch
        .why()
        .map(why -> why.text().replaceAll("[0-9.]*[0-9](/[0-9]+)?", "N"))
        .orElse(rest ? "none of the above" : "way " + way);
  }

  /** Patterns of kinds of branches, in their order, with the reason why none of them is taken. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    String reason = "";
    for (String line : resource("untaken.txt").lines().toList()) {
      if (line.startsWith("  ")) {
        assertThat(reasons.put(line.strip(), reason)).as("twice: " + line).isNull();
      } else if (!line.startsWith("#")) {
        reason = line;
      }
    }
    return reasons;
  }

  private static Optional<String> fitting(Set<String> patterns, String kind) {
    return patterns.stream().filter(pattern -> kind.matches(expression(pattern))).findFirst();
  }

  private static String expression(String pattern) {
    return WILD.matcher("\\Q" + pattern + "\\E")
        .replaceAll(
            wild -> {
              String any = wild.group(1);
              String one = any == null ? ".*" : "(\\Q" + any.replace(",", "\\E|\\Q") + "\\E)";
              return Matcher.quoteReplacement("\\E" + one + "\\Q");
            });
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ExampleBranchesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
