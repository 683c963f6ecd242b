package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.hookline.dsl.load.Loaded;
import org.hookline.source.Problem;
import org.junit.jupiter.api.Test;

/**
 * Texts that somebody is still writing, or that went wrong: problems come out, never exceptions.
 */
class MutationTest {
  private static final long SEED = 20261120;
  private static final int TEXTS = 1000;
  private static final Pattern BETWEEN = Pattern.compile("(?<=\\s)|(?=\\s)|(?<=[{},])|(?=[{},])");

  @Test
  void mutatedTextsHaveProblemsButNoExceptions() throws IOException {
    System.out.println("Mutated texts, seed " + SEED);
    Random random = new Random(SEED);
    List<String> texts =
        List.of(
            Files.readString(Hkl.ROOT.resolve("dsl.tests/src/test/resources/torture.hkl")),
            Files.readString(Hkl.ROOT.resolve("examples/multi-uplink/base.hkl")));
    int valid = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = mutated(texts.get(i % texts.size()), random);
      Loaded loaded;
      try {
        loaded = Hkl.load(text);
      } catch (RuntimeException e) {
        throw new AssertionError("text " + i + " of seed " + SEED + ":\n" + text, e);
      }
      boolean errors = loaded.problems().stream().anyMatch(Problem::isError);
      assertThat(loaded.network().isPresent()).as(text).isNotEqualTo(errors);
      assertThat(loaded.problems()).as(text).allSatisfy(MutationTest::hasAPlace);
      valid += errors ? 0 : 1;
    }
    assertThat(valid).as("texts that are still valid").isBetween(TEXTS / 100, TEXTS / 2);
  }

  private static void hasAPlace(Problem problem) {
    assertThat(problem.origin().line()).isPositive();
    assertThat(problem.origin().column()).isPositive();
    assertThat(problem.message()).isNotBlank();
  }

  private static String mutated(String text, Random random) {
    if (random.nextInt(8) == 0) {
      return text.substring(0, random.nextInt(text.length()));
    }
    List<String> tokens = new ArrayList<>(BETWEEN.splitAsStream(text).toList());
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int place = random.nextInt(tokens.size());
      String other = tokens.get(random.nextInt(tokens.size()));
      switch (random.nextInt(5)) {
        case 0 -> tokens.remove(place);
        case 1 -> tokens.add(place, " " + other + " ");
        case 2 -> tokens.set(place, other);
        case 3 -> tokens.set(place, garbled(tokens.get(place), random));
        default -> tokens.set(place, tokens.get(place) + tokens.get(place));
      }
    }
    return String.join("", tokens);
  }

  private static String garbled(String token, Random random) {
    StringBuilder text = new StringBuilder(token);
    int place = random.nextInt(text.length() + 1);
    return text.insert(place, (char) (32 + random.nextInt(100))).toString();
  }
}
