package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.fold.Folding;
import org.hookline.dsl.ide.name.Mentions;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.symbols.Outline;
import org.hookline.dsl.ide.tokens.Tokens;
import org.hookline.source.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A text that is being written is broken most of the time; no service minds. */
class BrokenTextTest {
  private static final long SEED = 4711;
  private static final int ROUNDS = 150;

  @TestFactory
  Stream<DynamicTest> noServiceMindsATextThatIsCutOff() throws IOException {
    return broken("cut off", (text, random) -> text.substring(0, random.nextInt(text.length())));
  }

  @TestFactory
  Stream<DynamicTest> noServiceMindsAMissingWord() throws IOException {
    return broken("without a word", BrokenTextTest::withoutWord);
  }

  @TestFactory
  Stream<DynamicTest> noServiceMindsAWordTooMany() throws IOException {
    return broken("with a word twice", BrokenTextTest::withWordTwice);
  }

  private interface Damage {
    String apply(String text, Random random);
  }

  private static Stream<DynamicTest> broken(String name, Damage damage) throws IOException {
    Path examples = Path.of(System.getProperty("hookline.root"), "examples");
    try (Stream<Path> files = Files.walk(examples)) {
      return files
          .filter(file -> file.toString().endsWith(".hkl"))
          .sorted()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      examples.relativize(file) + " " + name, () -> damaged(file, damage)))
          .toList()
          .stream();
    }
  }

  private static void damaged(Path file, Damage damage) throws IOException {
    String text = Files.readString(file);
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      String broken = damage.apply(text, random);
      assertThat(internalErrors(file, broken)).as("seed %d in\n%s", SEED, broken).isEmpty();
    }
  }

  private static List<Problem> internalErrors(Path file, String text) {
    XtextResource resource = Scene.onDisk(file, text);
    LoweredFile lowered = Scene.service(LoweredFiles.class).of(resource);
    Scene.service(Mentions.class).in(resource);
    Scene.service(Tokens.class).of(resource);
    Scene.service(Outline.class).of(resource);
    new Folding().getFoldingRanges(resource, CancelIndicator.NullImpl);
    return lowered.problems().stream()
        .filter(problem -> problem.code().equals(LoweredFiles.INTERNAL_ERROR))
        .toList();
  }

  private static String withoutWord(String text, Random random) {
    return changed(text, random, word -> "");
  }

  private static String withWordTwice(String text, Random random) {
    return changed(text, random, word -> word + " " + word);
  }

  private static String changed(String text, Random random, UnaryOperator<String> change) {
    List<String> parts = new ArrayList<>(List.of(text.split("(?<=\\s)|(?=\\s)")));
    int start = random.nextInt(parts.size());
    for (int i = start; i < parts.size(); i++) {
      if (!parts.get(i).isBlank()) {
        parts.set(i, change.apply(parts.get(i)));
        break;
      }
    }
    return String.join("", parts);
  }
}
