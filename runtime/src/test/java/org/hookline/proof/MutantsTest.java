package org.hookline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hookline.lab.Difference;
import org.junit.jupiter.api.Test;

/** Mistakes in the paths do not stay unseen. */
class MutantsTest {
  /** Facts to name; the others are not asked. */
  private static final int ENOUGH = 3;

  @Test
  void aGraphThatIsRewrittenWithoutAChangeIsTheSame() throws IOException {
    KernelWord word = KernelWord.read();
    Mutant none = Mutant.ofGraph("nothing", graph -> {});
    for (Fact fact : Facts.all()) {
      assertThat(differences(none, fact, word)).as(fact.name()).isEmpty();
    }
  }

  @Test
  void everyMutantOfThePathsDisagreesWithTheKernel() throws IOException {
    KernelWord word = KernelWord.read();
    Map<String, List<String>> caught = new LinkedHashMap<>();
    Stream.of(RecordMutants.all(), HookMutants.all(), GraphMutants.all())
        .flatMap(List::stream)
        .forEach(mutant -> caught.put(mutant.name(), catching(mutant, word)));
    System.out.println("Mutants of the paths, and the facts that catch them:");
    caught.forEach((mutant, by) -> System.out.println("  " + mutant + ": " + by));
    assertThat(caught).hasSizeGreaterThanOrEqualTo(20);
    caught.values().removeIf(by -> !by.isEmpty());
    assertThat(caught.keySet()).as("mutants that survive").isEmpty();
  }

  private static List<String> catching(Mutant mutant, KernelWord word) {
    List<String> by = new ArrayList<>();
    for (Fact fact : Facts.all()) {
      if (by.size() < ENOUGH && !differences(mutant, fact, word).isEmpty()) {
        by.add(fact.name());
      }
    }
    return by;
  }

  private static List<Difference> differences(Mutant mutant, Fact fact, KernelWord word) {
    return Foretelling.differences(
        mutant.paths(fact.wired()), fact, word.said().get(fact.name()).observation());
  }
}
