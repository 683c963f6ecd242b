package org.hookline.dsl.tests.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.agree.RandomNetworks;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.lower.NetworkLowering;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.print.HostText;
import org.hookline.dsl.problem.Problems;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A host that is written down and read again is the same host. */
class HostTextTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final int MODELS = 1000;
  private static final Injector INJECTOR =
      new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();
  private static final NetworkLoader LOADER = INJECTOR.getInstance(NetworkLoader.class);

  @TestFactory
  Stream<DynamicTest> theHostsOfEveryExampleAreReadAgain() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      List<Path> examples = files.filter(f -> f.toString().endsWith(".hkl")).sorted().toList();
      return examples.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> isReadAgain(LOADER.load(file.toString()).network().orElseThrow())));
    }
  }

  @Test
  void everyWordOfTheTortureFileIsReadAgain() throws Unreadable {
    Path torture = ROOT.resolve("dsl.tests/src/test/resources/torture.hkl");
    isReadAgain(LOADER.load(torture.toString()).network().orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> randomHostsAreReadAgain() {
    long first = Long.getLong("seed", 1);
    return LongStream.range(first, first + MODELS / 100)
        .mapToObj(
            hundred ->
                DynamicTest.dynamicTest(
                    "seeds " + 100 * hundred + " to " + (100 * hundred + 99),
                    () -> {
                      for (long seed = 100 * hundred; seed < 100 * hundred + 100; seed++) {
                        isReadAgain("seed " + seed, RandomNetworks.of(seed));
                      }
                    }));
  }

  private static void isReadAgain(Network network) {
    isReadAgain("the file", network);
  }

  private static void isReadAgain(String what, Network network) {
    String text = network.hosts().stream().map(HostText::of).collect(Collectors.joining("\n"));
    List<Host> again = read(what, text).hosts();
    assertThat(again).as(what).hasSameSizeAs(network.hosts());
    for (int i = 0; i < again.size(); i++) {
      assertThat(Shape.of(again.get(i)))
          .as("%s, read from\n%s", what, text)
          .isEqualTo(Shape.of(network.hosts().get(i)));
    }
  }

  /** What no tool could load is read as well: whether it can be written is another question. */
  private static Network read(String what, String text) {
    try {
      XtextResource file =
          INJECTOR
              .getInstance(NetworkLoader.class)
              .parse("printed.hkl", text.getBytes(StandardCharsets.UTF_8));
      ((LazyLinkingResource) file).resolveLazyCrossReferences(CancelIndicator.NullImpl);
      assertThat(file.getErrors()).as("%s, written as\n%s", what, text).isEmpty();
      Problems problems = new Problems();
      Network network =
          INJECTOR
              .getInstance(NetworkLowering.class)
              .lower(
                  (NetworkFile) file.getContents().get(0),
                  new Origins(uri -> "printed.hkl"),
                  problems);
      assertThat(problems.sorted()).as("%s, written as\n%s", what, text).isEmpty();
      return network;
    } catch (Unreadable e) {
      throw new AssertionError(text, e);
    }
  }
}
