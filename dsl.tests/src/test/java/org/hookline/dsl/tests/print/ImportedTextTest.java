package org.hookline.dsl.tests.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.print.ImportedText;
import org.hookline.importer.DirectoryImport;
import org.hookline.importer.ImportedNetwork;
import org.hookline.model.Host;
import org.hookline.model.Unmodelled;
import org.hookline.source.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What was imported is written as a valid text that says the same. */
class ImportedTextTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final Injector INJECTOR =
      new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> everyImportedHostIsReadAgain() throws IOException {
    return hosts().map(d -> DynamicTest.dynamicTest(d.toString(), () -> isReadAgain(d)));
  }

  static Stream<Path> hosts() throws IOException {
    Path everything = ROOT.resolve("runtime/src/test/resources/importer");
    try (Stream<Path> found = Files.list(ROOT.resolve("dsl.tests/src/test/resources/import"))) {
      return Stream.concat(
          found.sorted().toList().stream(),
          Stream.of(everything.resolve("text"), everything.resolve("json")));
    }
  }

  private static void isReadAgain(Path from) throws IOException, Unreadable {
    ImportedNetwork network = DirectoryImport.read(from).readable();
    String text = ImportedText.of(network, from);
    Loaded loaded =
        INJECTOR
            .getInstance(NetworkLoader.class)
            .load("imported.hkl", text.getBytes(StandardCharsets.UTF_8));
    assertThat(loaded.problems().stream().filter(Problem::isError)).as(text).isEmpty();
    List<Host> again = loaded.network().orElseThrow().hosts();
    assertThat(again).hasSameSizeAs(network.hosts());
    for (int i = 0; i < again.size(); i++) {
      assertThat(Shape.of(again.get(i)))
          .as(text)
          .isEqualTo(Shape.of(network.hosts().get(i).host()));
    }
  }

  @Test
  void everythingThatWasReadHasItsLineBesideIt() throws IOException {
    Path from = ROOT.resolve("dsl.tests/src/test/resources/import/shorewall");
    String text = ImportedText.of(DirectoryImport.read(from).readable(), from);
    assertThat(text)
        .contains(
            "mark set ct mark and 0xff  // iptables-save:16: -A PREROUTING -j CONNMARK"
                + " --restore-mark --nfmask 0xff --ctmask 0xff\n")
        .contains("1000: from 203.0.113.2 lookup ISP1  // ip-rule:4: 1000:")
        .contains(
            "unmodelled \"from all iif tun0 lookup t2\" because \"the host has no interface tun0\""
                + "  // ip-rule:5: 1001: from all iif tun0 [detached] lookup 2\n")
        .contains("unmodelled \"no ss (ss -Hlntu)\" because \"assumed: nothing listens\"\n");
  }

  @Test
  void nothingThatWasNotUnderstoodIsDropped() throws IOException, Unreadable {
    Files.writeString(
        directory.resolve("iptables-save"),
        """
        *filter
        :INPUT ACCEPT [0:0]
        -A INPUT -m string --string "a \\"b\\" c" --algo bm -j DROP
        -A INPUT -m nonsense --really -j ACCEPT
        -A INPUT -p nonsense -j ACCEPT
        -A INPUT -s 10.0.0.1/32 -j NONSENSE --with it
        what is this
        COMMIT
        *nonsense
        :INPUT ACCEPT [0:0]
        COMMIT
        """);
    Files.writeString(directory.resolve("notes.doc"), "hello");
    isReadAgain(directory);
    ImportedNetwork network = DirectoryImport.read(directory).readable();
    assertThat(network.hosts().get(0).host().unmodelled())
        .filteredOn(u -> u.origin().known())
        .extracting(u -> u.origin().line())
        .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 9, 10);
    assertThat(network.stray()).extracting(Unmodelled::what).containsExactly("notes.doc");
    assertThat(ImportedText.of(network, directory))
        .contains("xt match \"string --string \\\"a \\\\\\\"b\\\\\\\" c\\\" --algo bm\" drop")
        .contains("xt match \"nonsense --really\" accept")
        .contains("xt rule \"-p nonsense -j ACCEPT\"")
        .contains("saddr 10.0.0.1 xt target \"NONSENSE --with it\"")
        .contains("// not read: notes.doc:1: nobody knows what this file is");
  }

  @Test
  void tenThousandRulesAreImported() throws IOException, Unreadable {
    long seed = Long.getLong("seed", 7);
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder saved = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n");
    for (int chain = 0; chain < 100; chain++) {
      saved.append(":zone").append(chain).append(" - [0:0]\n");
    }
    for (int rule = 0; rule < 10_000; rule++) {
      saved.append(
          String.format(
              "-A zone%d -d 172.16.%d.%d/32 -p tcp -m tcp --dport %d -j ACCEPT%n",
              rule % 100, random.nextInt(256), random.nextInt(256), random.nextInt(65536)));
    }
    Files.writeString(directory.resolve("iptables-save"), saved + "COMMIT\n");
    long start = System.nanoTime();
    String text = ImportedText.of(DirectoryImport.read(directory).readable(), directory);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.getLogger("import").log(System.Logger.Level.INFO, "10,000 rules: {0} ms", milliseconds);
    assertThat(text.lines().filter(l -> l.contains(" accept  // iptables-save:"))).hasSize(10_000);
    isReadAgain(directory);
  }
}
