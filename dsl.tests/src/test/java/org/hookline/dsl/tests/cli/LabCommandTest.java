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
        .isEqualTo("{\"compared\":68,\"agreed\":68,\"differed\":0,\"notComparable\":0}");
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
