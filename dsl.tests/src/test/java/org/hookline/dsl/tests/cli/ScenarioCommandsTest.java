package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hookline.dsl.cli.Commands;
import org.hookline.dsl.cli.Io;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lowered network as a file: written by generate, played with and without the language. */
class ScenarioCommandsTest {
  private static final Path BEFORE =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink/before.hkl");

  @TempDir private Path directory;

  private Path lowered;

  @BeforeEach
  void generate() {
    assertThat(run("generate", BEFORE.toString(), "-o", directory.toString()).exit()).isZero();
    lowered = directory.resolve("before.sim.json");
  }

  private record Ended(int exit, String out, String err) {}

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream(new byte[0]),
            false,
            Map.of());
    int exit = Commands.run(io, arguments);
    return new Ended(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void theLoweredNetworkPlaysAsTheTextDoes() {
    Ended text = run("simulate", BEFORE.toString());
    Ended json = run("simulate", lowered.toString());
    assertThat(json).isEqualTo(text);
    assertThat(json.exit()).isZero();
  }

  @Test
  void anotherDnatAddressInItGivesAnotherResult() throws IOException {
    String text = Files.readString(lowered);
    String moved = text.replace("\"addresses\": \"10.8.10.2\"", "\"addresses\": \"10.8.10.9\"");
    assertThat(moved).isNotEqualTo(text);
    Files.writeString(lowered, moved);
    assertThat(run("simulate", lowered.toString()).exit()).isEqualTo(1);
  }

  @Test
  void garbageIsUnusableAndSaysWhere() throws IOException {
    Files.writeString(lowered, "{ \"schemaVersion\": 1, \"network\": 7 }");
    Ended ended = run("simulate", lowered.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("before.sim.json:1").contains("$.network");
  }

  @Test
  void itPlaysWhereOnlyTheEngineIsInstalled() throws IOException, InterruptedException {
    String engine =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(e -> e.matches(".*[/\\\\](runtime[/\\\\]target|runtime-|gson-|ipaddress-).*"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(engine).doesNotContain("xtext").doesNotContain("dsl");
    Path out = directory.resolve("out.txt");
    int exit =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    engine,
                    "org.hookline.api.PlayScenario",
                    lowered.toString()))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    assertThat(Files.readString(out)).contains("a client far away and one next door");
    assertThat(exit).isZero();
  }
}
