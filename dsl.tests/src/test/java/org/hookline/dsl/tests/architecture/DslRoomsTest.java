package org.hookline.dsl.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import org.hookline.dsl.cli.Main;
import org.junit.jupiter.api.Test;

/** Who may know whom in the language, its services and the workbench. */
class DslRoomsTest {

  private static final String UI = "org.hookline.ui..";

  private static final JavaClasses DSL =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/dsl.tests/"))
          .importPackages("org.hookline.dsl", "org.hookline.ui");

  @Test
  void theLanguageKnowsNoWorkbench() {
    noClasses()
        .that(not(resideInAPackage(UI)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            UI,
            "org.eclipse.ui..",
            "org.eclipse.jface..",
            "org.eclipse.swt..",
            "org.eclipse.core.resources..")
        .because("editor features are written once and serve the language server as well")
        .check(DSL);
  }

  @Test
  void onlyTheBridgeTouchesTheLanguageService() {
    noClasses()
        .that(resideInAPackage(UI))
        .and(not(resideInAPackage("org.hookline.ui.bridge..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "org.eclipse.xtext..", "org.eclipse.emf..")
        .because("the rest of the workbench asks the bridge, in the protocol's words")
        .check(DSL);
  }

  @Test
  void nobodyStandsOnTheCommandLine() {
    noClasses()
        .that(not(resideInAPackage("org.hookline.dsl.cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hookline.dsl.cli..", "picocli..")
        .because("a command is an entrance, not a service")
        .check(DSL);
  }

  @Test
  void whatComesAfterLoweringSeesNoSyntaxTree() {
    noClasses()
        .that()
        .resideInAnyPackage("org.hookline.dsl.cli..", "org.hookline.dsl.diagram..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hookline.dsl.hookline..")
        .because("the syntax tree is lowered once, and the rest works on records")
        .check(DSL);
  }

  @Test
  void onlyMainPrints() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("output has one place where it can be redirected and tested")
        .check(DSL.that(not(type(Main.class))));
  }

  @Test
  void nobodyReadsTheClockOrSleeps() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .because("the same input gives the same bytes, and a sleep hides a race")
        .check(DSL);
  }

  @Test
  void nobodyIsCalledUtilHelperOrManager() {
    noClasses()
        .should()
        .haveNameMatching("org\\.hookline\\..*(Utils?|Helpers?|Manager)")
        .because("such a name says nothing about what the class is for")
        .check(DSL);
  }
}
