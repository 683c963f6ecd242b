package org.hookline.dsl.tests.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.GeneratorContext;
import org.eclipse.xtext.generator.IGenerator2;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.generator.InMemoryFileSystemAccess;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.generate.Scripts;
import org.hookline.emit.ScriptFile;
import org.hookline.emit.ScriptSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of scripts and their data files. */
class ScriptsTest {

  private static final Path GOLDEN =
      Networks.ROOT.resolve("dsl.tests/src/test/resources/generate/expected");

  @TempDir Path directory;

  @Test
  void theScriptOfARouterIsTheOneThatWasRead() throws IOException {
    ScriptSet scripts = Scripts.of(Networks.router());
    for (Map.Entry<String, ScriptFile> file : scripts.files().entrySet()) {
      if (!file.getKey().endsWith(".awk")) {
        Golden.assertSame(GOLDEN.resolve(file.getKey()), file.getValue().content());
      }
    }
    try (Stream<Path> golden = Files.walk(GOLDEN)) {
      assertThat(golden.filter(Files::isRegularFile).map(f -> GOLDEN.relativize(f).toString()))
          .as("no golden file without a generated one")
          .allMatch(scripts.files()::containsKey);
    }
  }

  @Test
  void aScriptSaysThatItTakesNobodysCarrier() {
    String text = "host box {\n  interface eth0 { carrier off }\n}\n";
    String script = Scripts.of(Networks.of("test.hkl", text)).files().get("box/apply.sh").content();
    assertThat(script)
        .contains("# - test.hkl:2: the link eth0 is to have no carrier")
        .doesNotContain("carrier off");
  }

  @Test
  void equalNetworksHaveTheSameBytes() throws IOException {
    assertThat(Scripts.of(Networks.router())).isEqualTo(Scripts.of(Networks.router()));
  }

  @Test
  void everyScriptIsCleanShell() throws IOException {
    if (!Ended.installed("shellcheck")) {
      abort("needs shellcheck (Debian package shellcheck)");
    }
    Path example = Networks.ROOT.resolve("examples/multi-uplink/after-connmark.hkl");
    Path mirrors = Scripts.of(Networks.of(example)).writeTo(directory).get("mirrors");
    assertThat(Ended.run("shellcheck", mirrors.toString()).output()).isEmpty();
    for (Path script : Scripts.of(Networks.router()).writeTo(directory).values()) {
      assertThat(Ended.run("shellcheck", script.toString()).output()).isEmpty();
    }
  }

  @Test
  void everyDataFileThatAScriptReadsIsThere() throws IOException {
    ScriptSet scripts = Scripts.of(Networks.router());
    String script = scripts.files().get("router/apply.sh").content();
    Matcher file = Pattern.compile("[a-z0-9-]+\\.(conf|batch|rules)\\b").matcher(script);
    List<String> read = file.results().map(found -> "router/" + found.group()).toList();
    Matcher program = Pattern.compile("\\(differences ([a-z]+) ").matcher(script);
    List<String> run = program.results().map(found -> "router/" + found.group(1) + ".awk").toList();
    assertThat(read).isNotEmpty();
    assertThat(run).isNotEmpty();
    assertThat(scripts.files().keySet()).containsAll(read).containsAll(run);
  }

  @Test
  void onlyTheScriptIsExecutableAndNothingHalfWrittenIsLeft() throws IOException {
    SortedMap<String, Path> scripts = Scripts.of(Networks.router()).writeTo(directory);
    assertThat(scripts).containsOnlyKeys("router");
    try (Stream<Path> files = Files.list(directory.resolve("router"))) {
      Map<String, Boolean> executable = new TreeMap<>();
      files.forEach(f -> executable.put(f.getFileName().toString(), Files.isExecutable(f)));
      assertThat(executable.keySet()).noneMatch(name -> name.startsWith("."));
      executable.remove("apply.sh");
      assertThat(executable.values()).doesNotContain(true);
    }
    assertThat(scripts.get("router")).isExecutable();
  }

  @Test
  void whatTheScriptLeavesToOthersIsSaidAtItsTop() throws IOException {
    String script = Scripts.of(Networks.router()).files().get("router/apply.sh").content();
    String top = script.substring(0, script.indexOf("set -eu"));
    assertThat(top)
        .contains("router.hkl:17: the link ppp0 (ppp) has to be there already")
        .contains("router.hkl:65: a program that listens on tcp 192.0.2.1 22");
  }

  @Test
  void whatTheScriptWritesIsNotCalledMissing() {
    String text =
        """
        host box {
          interface eth0 { address 10.0.0.1/24 }
          nft table inet early {
            chain in { type filter hook prerouting priority raw policy accept tcp dport 23 drop }
          }
        }
        """;
    var files = Scripts.of(Networks.of("box.hkl", text)).files();
    assertThat(files.get("box/nftables.nft").content()).contains("table inet early");
    String script = files.get("box/apply.sh").content();
    assertThat(script.substring(0, script.indexOf("set -eu"))).doesNotContain("box.hkl:3");
  }

  @Test
  void theGeneratorOfTheLanguageWritesTheSameAndOnlyOnDemand() throws IOException {
    Injector injector = new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();
    Path file = Networks.ROOT.resolve("examples/multi-uplink/before.hkl");
    Resource resource =
        injector
            .getInstance(XtextResourceSet.class)
            .getResource(URI.createFileURI(file.toString()), true);
    InMemoryFileSystemAccess files = new InMemoryFileSystemAccess();

    injector.getInstance(IGenerator2.class).doGenerate(resource, files, new GeneratorContext());

    SortedMap<String, String> expected = new TreeMap<>();
    Scripts.of(Networks.of(file))
        .files()
        .forEach(
            (path, script) ->
                expected.put(
                    "DEFAULT_OUTPUT" + path, script.content().replace(file.getParent() + "/", "")));
    assertThat(new TreeMap<>(files.getTextFiles()))
        .containsExactlyEntriesOf(new TreeMap<>(expected));
    boolean whileTyping =
        injector
            .getInstance(IShouldGenerate.class)
            .shouldGenerate(resource, CancelIndicator.NullImpl);
    assertThat(whileTyping).isFalse();
  }
}
