package org.hookline.dsl.tests.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.dsl.tests.document.Document.Command;
import org.hookline.dsl.tests.document.Document.Saved;
import org.hookline.dsl.tests.document.Document.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages tell readers to run is run, page by page, from top to bottom, in a directory that
 * looks like the checkout and in a network namespace that looks like a small host. What cannot be
 * run here is listed in {@code document/not-run.txt}, with the reason.
 */
class DocumentsIT {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));

  /** Findings and assumptions are results. Wrong usage and bugs are not. */
  private static final List<Integer> RESULTS = List.of(0, 1, 3);

  private static final String END = "--end-of-command--";

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> whatAPageShowsIsWhatHappens() throws IOException {
    return Document.all(ROOT).stream()
        .map(
            page ->
                DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> isFollowed(page)));
  }

  @Test
  void whatIsListedAsNotRunIsOnAPage() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : Document.all(ROOT)) {
      commands.addAll(commands(Document.read(page)).stream().map(Command::text).toList());
    }
    assertThat(notRun().keySet())
        .allSatisfy(command -> assertThat(commands).anyMatch(c -> c.startsWith(command)));
  }

  private void isFollowed(Path page) throws IOException, InterruptedException {
    Document document = Document.read(page);
    Map<String, String> notRun = notRun();
    List<Command> run =
        commands(document).stream()
            .filter(command -> notRun.keySet().stream().noneMatch(command.text()::startsWith))
            .toList();
    if (run.isEmpty()) {
      return;
    }
    assumeThat(System.getProperty("user.name"))
        .as("network namespaces need root")
        .isEqualTo("root");
    Path here = Files.createTempDirectory(directory, "page");
    checkout(here);
    StringBuilder script = new StringBuilder(HOST);
    for (Step step : document.steps()) {
      if (step instanceof Saved saved) {
        Files.writeString(here.resolve(saved.name()), saved.text());
      } else if (step instanceof Command command && run.contains(command)) {
        // each command sees how the one before it ended
        script.append("(exit ${ended:-0}); ").append(command.text()).append('\n');
        script.append("ended=$?; printf '\\n%s %s\\n' '" + END + "' $ended\n");
      }
    }
    String[] outputs = bash(here, script.toString()).split("\\n" + END + " ", -1);
    Files.delete(here.resolve("hookline"));
    assertThat(outputs).as("commands that ended").hasSize(run.size() + 1);
    String output = outputs[0];
    for (int i = 0; i < run.size(); i++) {
      String[] next = outputs[i + 1].split("\\n", 2);
      assertThat(Integer.valueOf(next[0])).as(run.get(i).text() + "\n" + output).isIn(RESULTS);
      if (!run.get(i).shown().isEmpty()) {
        assertThat(output.stripTrailing()).as(run.get(i).text()).matches(shown(run.get(i)));
      }
      output = next[1];
    }
  }

  private static List<Command> commands(Document document) {
    return document.steps().stream()
        .filter(Command.class::isInstance)
        .map(Command.class::cast)
        .toList();
  }

  private static Pattern shown(Command command) {
    String text =
        command.shown().stream()
            .map(line -> line.equals("…") ? "(?s:.*)" : Pattern.quote(line) + "\\n")
            .collect(Collectors.joining());
    return Pattern.compile(text.replaceFirst("\\\\n$", "\\\\n?"));
  }

  /** The beginnings of commands that are not run, with the reasons. */
  private static Map<String, String> notRun() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    Path list = ROOT.resolve("dsl.tests/src/test/resources/document/not-run.txt");
    for (String line : Files.readAllLines(list)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" {2,}", 2);
        assertThat(parts).as("a command, two blanks, the reason: " + line).hasSize(2);
        reasons.put(parts[0], parts[1]);
      }
    }
    return reasons;
  }

  /** What readers have below their feet. */
  private static void checkout(Path here) throws IOException {
    Files.createSymbolicLink(here.resolve("hookline"), ROOT.resolve("hookline"));
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      for (Path file : files.toList()) {
        Path copy = here.resolve(ROOT.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** The host that readers take a snapshot of. */
  private static final String HOST =
      """
      PATH=$PWD:$PATH:/usr/sbin:/sbin
      ip link set lo up
      ip link add eth0 type veth peer name cable
      ip link set cable up
      ip link add br0 type bridge
      ip link set eth0 up
      ip link set br0 up
      ip address add 192.0.2.2/24 dev eth0
      ip address add 10.0.0.1/24 dev br0
      ip route add default via 192.0.2.1
      sysctl -q -w net.ipv4.ip_forward=1
      iptables -P FORWARD DROP
      iptables -A FORWARD -i br0 -o eth0 -j ACCEPT
      iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
      """;

  private static String bash(Path here, String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile(here.getParent(), "page", ".sh");
    Files.writeString(file, script);
    Process process =
        new ProcessBuilder("unshare", "-n", "bash", file.toString())
            .directory(here.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
