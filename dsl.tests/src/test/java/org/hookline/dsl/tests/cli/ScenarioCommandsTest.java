package org.hookline.dsl.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    assertThat(Ended.of("generate", BEFORE.toString(), "-o", directory.toString()).exit()).isZero();
    lowered = directory.resolve("before.sim.json");
  }

  @Test
  void theLoweredNetworkPlaysAsTheTextDoes() {
    Ended text = Ended.of("simulate", BEFORE.toString());
    Ended json = Ended.of("simulate", lowered.toString());
    assertThat(json).isEqualTo(text);
    assertThat(json.exit()).isZero();
  }

  @Test
  void anotherDnatAddressInItGivesAnotherResult() throws IOException {
    String text = Files.readString(lowered);
    String moved = text.replace("\"addresses\": \"10.8.10.2\"", "\"addresses\": \"10.8.10.9\"");
    assertThat(moved).isNotEqualTo(text);
    Files.writeString(lowered, moved);
    assertThat(Ended.of("simulate", lowered.toString()).exit()).isEqualTo(1);
  }

  @Test
  void garbageIsUnusableAndSaysWhere() throws IOException {
    Files.writeString(lowered, "{ \"schemaVersion\": 1, \"network\": 7 }");
    Ended ended = Ended.of("simulate", lowered.toString());
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
