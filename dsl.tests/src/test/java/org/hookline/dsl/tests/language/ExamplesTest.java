package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder of examples: its files are valid, and its README shows only what is in them. */
class ExamplesTest {
  private static final Path EXAMPLES = Hkl.ROOT.resolve("examples");

  private static final Pattern BLOCK = Pattern.compile("```hkl\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyFileIsANetworkWithoutProblems() throws IOException {
    return files(".hkl").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    EXAMPLES.relativize(file).toString(), () -> Hkl.network(Hkl.load(file))));
  }

  @TestFactory
  Stream<DynamicTest> everyBlockOfAReadmeIsTakenFromAFileBesideIt() throws IOException {
    return files("README.md").stream()
        .map(
            readme ->
                DynamicTest.dynamicTest(
                    EXAMPLES.relativize(readme).toString(), () -> blocksAreQuotes(readme)));
  }

  private static void blocksAreQuotes(Path readme) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files(".hkl")) {
      if (file.getParent().equals(readme.getParent())) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    Matcher block = BLOCK.matcher(Files.readString(readme));
    while (block.find()) {
      assertThat(all.toString()).contains(block.group(1));
    }
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
