package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hookline lab}. */
class LabCommandTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("hookline.root"))
          .resolve("runtime/src/test/resources/org/hookline/lab/recorded");

  @TempDir private Path directory;

  private static String sample(String profile) {
    return SAMPLES.resolve(profile + ".jsonl.gz").toString();
  }

  @Test
  void recordingsThatAgreeEndWithZeroAndTheirNumbers() {
    Ended ended = Ended.of("lab", "--against", sample("routing"), sample("filter"));
    assertThat(ended.exit()).isZero();
    assertThat(ended.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("filter 74 74 0 0", "routing 68 68 0 0", "all 142 142 0 0");
  }

  @Test
  void theSummaryIsThereForMachines() {
    Ended ended = Ended.of("lab", "--format", "json", "--against", sample("routing"));
    JsonObject root = JsonParser.parseString(ended.out()).getAsJsonObject();
    assertThat(root.get("schemaVersion").getAsInt()).isEqualTo(1);
    assertThat(root.getAsJsonObject("summary").toString())
        .isEqualTo(
            "{\"compared\":68,\"agreed\":68,\"differed\":0,\"notComparable\":0,"
                + "\"ordersCompared\":0,\"ordersNotComparable\":68}");
    assertThat(root.getAsJsonObject("profiles").has("routing")).isTrue();
    assertThat(root.getAsJsonArray("differences")).isEmpty();
  }

  @Test
  void aDifferenceEndsWithOneAndIsNamed() throws IOException {
    String text;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(SAMPLES.resolve("filter.jsonl.gz")))) {
      text = new String(in.readAllBytes(), UTF_8).lines().findFirst().orElseThrow();
    }
    Path changed = directory.resolve("changed.jsonl");
    Files.writeString(changed, text.replaceFirst("\"res\": ?\"[a-z]+\"", "\"res\":\"ENOBUFS\""));
    Ended ended = Ended.of("lab", "--against", changed.toString());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("probe ").contains("the kernel: ENOBUFS");
  }

  @Test
  void whatIsNoRecordingIsUnusable() throws IOException {
    Path other = directory.resolve("other.jsonl");
    Files.writeString(other, "{}\n");
    Ended ended = Ended.of("lab", "--against", other.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("other.jsonl:1").contains("help: ");
    Ended missing = Ended.of("lab", "--against", directory.resolve("none.jsonl").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("none.jsonl cannot be read");
  }

  private static final Path EXAMPLE =
      Path.of(System.getProperty("hookline.root")).resolve("examples/multi-uplink");

  @Test
  void whatAKernelOnceSaidIsComparedWithoutRoot() {
    Ended ended = Ended.of("lab", "--replay", EXAMPLE.resolve("before.hkl").toString());
    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .startsWith("kernel 6.18.")
        .containsPattern("(?m)^(\\d+) flows compared: \\1 agree, 0 differ; 0 not comparable$")
        .containsPattern(
            "(?m)^order of chains and rules: at [1-9]\\d* hosts of these flows compared, 0 not");
  }

  @Test
  void theDocumentKeepsToItsSchemaAndTheSchemaIsStrict() throws IOException {
    String file = EXAMPLE.resolve("before.hkl").toString();
    String said = Ended.of("lab", "--replay", "--format", "json", file).out();
    assertThat(LabJsonSchema.flaws(said)).isEmpty();
    assertThat(LabJsonSchema.flaws(said.replace("\"order\"", "\"turn\""))).isNotEmpty();
  }

  @Test
  void anotherDescriptionThanTheRecordedOneDiffers() throws IOException {
    Path recorded = Files.createDirectories(directory.resolve("recorded/6.18"));
    Files.copy(EXAMPLE.resolve("recorded/6.18/before.json"), recorded.resolve("strict.json"));
    for (String file : new String[] {"base.hkl", "strict.hkl"}) {
      Files.copy(EXAMPLE.resolve(file), directory.resolve(file));
    }
    Ended ended = Ended.of("lab", "--replay", directory.toString());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("nothing is recorded of").contains("base.hkl");
    assertThat(ended.out()).contains("differs  ").contains("the kernel: ");
  }

  @Test
  void onlyWhatWasRecordedIsReplayed() throws IOException {
    Path file = directory.resolve("base.hkl");
    Files.copy(EXAMPLE.resolve("base.hkl"), file);
    Ended none = Ended.of("lab", "--replay", file.toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("nothing is recorded of").contains("hookline lab --record");
    Ended both = Ended.of("lab", "--replay", "--record", file.toString());
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("--replay reads what --record wrote");
  }

  @Test
  void aFileOrRecordingsAreCompared() {
    assertThat(Ended.of("lab").err()).contains("what shall be compared?").contains("--against");
    Ended both = Ended.of("lab", "before.hkl", "--against", sample("filter"));
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("what shall be compared?");
    Ended none = Ended.of("lab", directory.toString());
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("no .hkl files in");
  }
}
