package org.hookline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom inside the runtime. */
class RoomsTest {

  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hookline");

  @TestFactory
  Stream<DynamicTest> aRoomUsesOnlyLowerLayers() {
    return Stream.of(Room.values())
        .filter(room -> room.outOfReach().length > 0)
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.toString(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(room.packages())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(room.outOfReach())
                            .because(room.reason())
                            .check(RUNTIME)));
  }

  @Test
  void everyClassLivesInARoom() {
    classes()
        .should()
        .resideInAnyPackage(Room.allPackages())
        .because("a class outside the rooms escapes the layers; a new room is one line in Room")
        .check(RUNTIME);
  }

  @Test
  void theRuntimeKnowsNoWorkbenchAndNoCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse..", "com.google.inject..", "picocli..", "org.antlr..")
        .because("the engine is a plain library, usable without the language and its editor")
        .check(RUNTIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.xtext.XtextPackage",
        "org.eclipse.emf.ecore.EObject",
        "org.eclipse.core.runtime.IPath",
        "com.google.inject.Guice",
        "picocli.CommandLine"
      })
  void theClassPathDoesNotEvenHold(String type) {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .as("the runtime's class path")
        .isThrownBy(() -> Class.forName(type));
  }

  @Test
  void onlyAddrKnowsTheAddressLibrary() {
    noClasses()
        .that(not(resideInAnyPackage(Room.ADDR.packages())))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("inet.ipaddr..")
        .because("the library can be replaced while only one room is rebuilt")
        .check(RUNTIME);
  }
}
