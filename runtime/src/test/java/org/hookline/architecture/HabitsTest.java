package org.hookline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hookline.api.PlayScenario;
import org.junit.jupiter.api.Test;

/** What no class of the runtime does, wherever it lives. */
class HabitsTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hookline");

  @Test
  void nobodyPrints() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("results are values; only a main class writes to the terminal")
        .check(RUNTIME.that(not(type(PlayScenario.class))));
  }

  @Test
  void nobodyReadsTheClock() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .because("time is injected, so that the same input gives the same bytes")
        .check(RUNTIME);
  }

  @Test
  void nobodyRollsUnseededDice() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(RandomGenerator.class, "getDefault")
        .because("chance is injected, so that every run can be repeated from its seed")
        .check(RUNTIME);
  }

  @Test
  void nobodySleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .because("a sleep hides a race; wait for the condition instead")
        .check(RUNTIME);
  }

  @Test
  void nobodyIsCalledUtilHelperOrManager() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Manager)")
        .because("such a name says nothing about what the class is for")
        .check(RUNTIME);
  }
}
