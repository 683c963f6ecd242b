package org.hookline.emit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hookline.agree.RandomNetworks;
import org.hookline.model.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {

  private static final long SEED = 20261120;

  @TempDir Path directory;

  @Test
  void randomNetworksReadBackEqual() throws Exception {
    for (long seed = SEED; seed < SEED + 100; seed++) {
      Network network = RandomNetworks.of(seed);
      String text = Scenario.text(network);
      assertThat(read(text)).as("seed " + seed).isEqualTo(network);
      assertThat(Scenario.text(read(text))).as("seed " + seed).isEqualTo(text);
    }
  }

  @Test
  void aFileReadsBackEqual() throws Exception {
    Path file = directory.resolve("net.sim.json");
    Scenario.write(RandomNetworks.of(SEED), file);
    assertThat(Scenario.read(file)).isEqualTo(RandomNetworks.of(SEED));
    assertThat(directory.toFile().list()).containsExactly("net.sim.json");
  }

  @Test
  void aMissingFileIsNoScenario() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Scenario.read(directory.resolve("nowhere.sim.json")));
  }

  @Test
  void bytesThatAreNoTextAreNoScenario() throws IOException {
    Path file = directory.resolve("x.sim.json");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatExceptionOfType(BadScenario.class)
        .isThrownBy(() -> Scenario.read(file))
        .withMessageContaining("this is no text in UTF-8");
  }

  @Test
  void aWrongAddressIsNamedWithFileLinePathAndWhatWouldBeRight() {
    String text = Scenario.text(RandomNetworks.of(SEED)).replaceFirst("127\\.0\\.0\\.1", "127.0.0");
    assertThatExceptionOfType(BadScenario.class)
        .isThrownBy(() -> read(text))
        .satisfies(
            bad -> {
              assertThat(bad.problem().code()).isEqualTo("bad-scenario");
              assertThat(bad.problem().message())
                  .startsWith("$.network.hosts[0].interfaces[0].addresses[0].prefix: ");
              assertThat(bad.problem().hint()).contains("an IPv4 address");
              assertThat(bad.problem().origin().file()).isEqualTo("net.sim.json");
              String line = text.split("\n")[bad.problem().origin().line() - 1];
              assertThat(line).contains("127.0.0/8");
            });
  }

  @Test
  void anotherVersionIsNotRead() {
    String text =
        Scenario.text(RandomNetworks.of(SEED))
            .replace("\"schemaVersion\": 1", "\"schemaVersion\": 2");
    assertThatExceptionOfType(BadScenario.class)
        .isThrownBy(() -> read(text))
        .satisfies(bad -> assertThat(bad.problem().hint()).isEqualTo("1"));
  }

  @Test
  void aNameThatNamesNothingIsFound() {
    List<String[]> edits = new ArrayList<>();
    edits.add(
        new String[] {"\"iface\": \"([^\"]*)\"", "\"iface\": \"x9\"", "there is no interface"});
    edits.add(new String[] {"\"dev\": \"lo\"", "\"dev\": \"x9\"", "there is no interface 'x9'"});
    edits.add(new String[] {"\"name\": \"h1\"", "\"name\": \"h0\"", "another host has this name"});
    String text = Scenario.text(RandomNetworks.of(SEED));
    for (String[] edit : edits) {
      String edited = text.replaceFirst(edit[0], edit[1]);
      assertThat(edited).as(edit[1]).isNotEqualTo(text);
      assertThatExceptionOfType(BadScenario.class)
          .as(edit[1])
          .isThrownBy(() -> read(edited))
          .withMessageContaining(edit[2]);
    }
  }

  @Test
  void mutatedTextsAreReadOrRefused() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    String text = Scenario.text(RandomNetworks.of(SEED));
    String letters = "{}[]\",:0123456789.-+eE tfnaulrs\\/\u0000é";
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      StringBuilder mutated = new StringBuilder(text);
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        int at = random.nextInt(mutated.length());
        switch (random.nextInt(3)) {
          case 0 -> mutated.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
          case 1 -> mutated.deleteCharAt(at);
          default ->
              mutated.setLength(Math.max(1, random.nextInt(50) == 0 ? at : mutated.length()));
        }
      }
      try {
        assertThat(read(mutated.toString())).isNotNull();
      } catch (BadScenario bad) {
        assertThat(bad.problem().message()).as("seed " + SEED + ", mutant " + i).isNotEmpty();
        refused++;
      }
    }
    assertThat(refused).as("refused of 1000, seed " + SEED).isGreaterThan(300);
  }

  private static Network read(String text) throws BadScenario {
    return Scenario.parse("net.sim.json", text);
  }
}
