package org.hookline.dsl.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.lab.Lab;
import org.hookline.lab.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hookline lab FILE} on the running kernel. */
class LabCommandKernelTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink");

  @TempDir private Path directory;

  @BeforeAll
  static void needsALab() {
    Lab.unavailable().ifPresent(reason -> abort(reason));
  }

  private Path copy(String name) throws IOException {
    Path target = directory.resolve(name);
    Files.copy(EXAMPLE.resolve(name), target);
    return target;
  }

  @Test
  void theKernelDoesWhatTheExamplePredictsAndItIsKept() throws IOException {
    copy("base.hkl");
    Path before = copy("before.hkl");
    Ended ended = Ended.of("lab", "--record", "--format", "json", before.toString());
    assertThat(ended.exit()).as(ended.out()).isZero();
    JsonObject root = JsonParser.parseString(ended.out()).getAsJsonObject();
    JsonObject summary = root.getAsJsonObject("summary");
    assertThat(summary.get("compared").getAsInt()).isGreaterThan(8);
    assertThat(summary.get("differed").getAsInt()).isZero();
    assertThat(summary.get("ordersCompared").getAsInt()).isGreaterThan(30);
    assertThat(summary.get("ordersNotComparable").getAsInt()).isZero();
    assertThat(LabJsonSchema.flaws(ended.out())).isEmpty();
    List<Path> kept;
    try (Stream<Path> all = Files.walk(directory.resolve("recorded"))) {
      kept = all.filter(Files::isRegularFile).toList();
    }
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).getFileName()).hasToString("before.json");
    assertThat(Recording.read(kept.get(0)).played())
        .hasSize(summary.get("compared").getAsInt())
        .anyMatch(p -> p.name().contains("witness against symmetric at mirrors"));
    Ended again = Ended.of("lab", "--replay", "--format", "json", before.toString());
    assertThat(again.exit()).as(again.out()).isZero();
    assertThat(JsonParser.parseString(again.out()).getAsJsonObject().get("summary"))
        .isEqualTo(summary);
  }

  @Test
  void drawnCasesAreJudgedAndWhatTheyCoveredIsCounted() {
    Ended ended = Ended.of("lab", "--random", "4", "--seed", "7", "--profile", "routing,filter");
    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains("selectors", "stages", "targets")
        .containsPattern("(?m)^all +(\\d+) +\\1 +0 +0$");
  }

  @Test
  void aScriptThatTheKernelRefusesIsToldAndNothingIsLeft() throws IOException {
    Path file = directory.resolve("refused.hkl");
    Files.writeString(
        file,
        """
        host r {
          interface eth0 { address 10.0.0.1/24 }
          filter { chain INPUT { xt rule "-m set --match-set nosuch src -j DROP" } }
        }
        """);
    Ended ended = Ended.of("lab", file.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("apply.sh ended with 1").contains("Set nosuch doesn't exist");
    assertThat(ended.err()).doesNotContain("sudo");
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .noneMatch(name -> name.startsWith("hookline-lab"));
    }
  }
}
