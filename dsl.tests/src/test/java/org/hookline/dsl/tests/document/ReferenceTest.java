package org.hookline.dsl.tests.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.reference.Construct;
import org.hookline.dsl.reference.Constructs;
import org.hookline.dsl.reference.Reference;
import org.hookline.dsl.reference.Section;
import org.hookline.source.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference has every construct of the grammar, and its examples are what it says. The text is
 * kept in {@code dsl/docs/reference.md}; {@code -Dgolden=update} writes it anew.
 */
class ReferenceTest {
  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final Injector INJECTOR =
      new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();
  private static final Reference REFERENCE = INJECTOR.getInstance(Reference.class);

  private static final String CHAPTERS = "dsl/src/main/resources/org/hookline/dsl/reference";

  @TempDir private Path directory;

  @Test
  void everyConstructOfTheGrammarHasASectionAndEverySectionAConstruct() {
    List<String> constructs =
        INJECTOR.getInstance(Constructs.class).all().stream()
            .map((Construct construct) -> construct.kind().getName())
            .toList();
    List<String> sections = REFERENCE.sections().stream().map(Section::kind).toList();
    assertThat(sections).doesNotHaveDuplicates();
    assertThat(constructs.stream().filter(kind -> !sections.contains(kind)))
        .as("want a section '@construct KIND: TITLE' with an example in %s", CHAPTERS)
        .isEmpty();
    assertThat(sections.stream().filter(kind -> !constructs.contains(kind)))
        .as("are no classes of the grammar any more, see %s", CHAPTERS)
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsReadAndHasItsConstruct() {
    return REFERENCE.sections().stream()
        .map(section -> DynamicTest.dynamicTest(section.kind(), () -> isWhatItSays(section)));
  }

  private void isWhatItSays(Section section) throws IOException, Unreadable {
    Path here = Files.createTempDirectory(directory, "example");
    if (section.imported().isPresent()) {
      Files.writeString(here.resolve("base.hkl"), section.imported().get());
    }
    Path file = Files.writeString(here.resolve("example.hkl"), section.file());
    NetworkLoader loader = INJECTOR.getInstance(NetworkLoader.class);
    Loaded loaded = loader.load(file.toString());
    assertThat(loaded.problems().stream().filter(Problem::isError)).as(section.file()).isEmpty();
    XtextResource resource = loader.parse(file.toString());
    ((LazyLinkingResource) resource).resolveLazyCrossReferences(CancelIndicator.NullImpl);
    int begin = section.file().indexOf(section.example());
    int end = begin + section.example().length();
    boolean there = false;
    for (Iterator<EObject> all = resource.getAllContents(); all.hasNext(); ) {
      EObject element = all.next();
      int offset = NodeModelUtils.findActualNodeFor(element).getOffset();
      there |= element.eClass().getName().equals(section.kind()) && begin <= offset && offset < end;
    }
    assertThat(there).as("a %s in%n%s", section.kind(), section.example()).isTrue();
  }

  @Test
  void everySectionSaysMoreThanItsTitle() {
    assertThat(REFERENCE.sections())
        .allSatisfy(
            section -> {
              assertThat(section.title().text()).isNotBlank();
              assertThat(section.example()).as(section.kind()).isNotBlank();
            });
  }

  @Test
  void theReferenceThatIsKeptIsTheOneThatIsMade() throws IOException {
    Path kept = ROOT.resolve("dsl/docs/reference.md");
    if (System.getProperty("golden", "").equals("update")) {
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, REFERENCE.text());
    }
    assertThat(kept).as("-Dgolden=update writes it anew").hasContent(REFERENCE.text());
  }
}
