package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hookline.dsl.SyntaxMessages;
import org.hookline.dsl.generate.Scripts;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.lower.NetworkLowering;
import org.hookline.dsl.lower.Removals;
import org.hookline.dsl.rules.Rules;
import org.hookline.dsl.scoping.UnknownNames;
import org.hookline.emit.Backend;
import org.hookline.source.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every code has a help page, and what the pages show is true. */
class PagesTest {
  private static final Path PAGES =
      Hkl.ROOT.resolve("dsl/src/main/resources/org/hookline/dsl/pages");

  private static final Pattern BLOCK =
      Pattern.compile("```hkl(?: (\\S+))?\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    TreeSet<String> codes = new TreeSet<>(Hkl.INJECTOR.getInstance(Rules.class).codes());
    codes.addAll(UnknownNames.codes());
    codes.add(SyntaxMessages.CODE);
    codes.add(Removals.CODE);
    codes.add("no-nft-words");
    codes.add(NetworkLowering.COMPARED);
    assertThat(pages()).containsExactlyElementsOf(codes);
  }

  @Test
  void theIndexListsEveryPage() throws IOException {
    assertThat(Files.readAllLines(PAGES.resolve("INDEX"))).isEqualTo(pages());
  }

  @TestFactory
  Stream<DynamicTest> theWrongExampleHasTheProblem() throws IOException {
    return pages().stream()
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code,
                    () -> {
                      String page = Files.readString(PAGES.resolve(code + ".md"));
                      String wrong = page.substring(page.indexOf("Wrong:"), page.indexOf("Right:"));
                      assertThat(problems(files(wrong)))
                          .as(page)
                          .isNotEmpty()
                          .extracting(Problem::code)
                          .containsOnly(code);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theRightExampleHasNone() throws IOException {
    return pages().stream()
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code,
                    () -> {
                      String page = Files.readString(PAGES.resolve(code + ".md"));
                      Hkl.network(Hkl.load(files(page.substring(page.indexOf("Right:")))));
                    }));
  }

  /** What the file itself says, or else what generating says of it. */
  private static List<Problem> problems(Map<String, String> files) {
    Loaded loaded = Hkl.load(files);
    return loaded.problems().isEmpty()
        ? Scripts.of(loaded.network().orElseThrow(), Backend.NFTABLES).problems()
        : loaded.problems();
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.replace(".md", ""))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> files(String part) {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher block = BLOCK.matcher(part);
    while (block.find()) {
      files.put(block.group(1) == null ? "page.hkl" : block.group(1), block.group(2));
    }
    assertThat(files).as(part).isNotEmpty();
    return files;
  }
}
