package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.ide.hover.HoverText;
import org.hookline.dsl.ide.symbols.Outline;
import org.hookline.dsl.ide.symbols.Symbol;
import org.hookline.dsl.ide.tokens.Tokens;
import org.hookline.dsl.reference.Reference;
import org.hookline.dsl.reference.Section;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an editor does with each construct of the grammar, tried on its example in the reference of
 * the language. A new construct is tried here by itself.
 */
class EveryConstructTest {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** What texts consist of: declarations, and what stands in their blocks. */
  private static final List<EClass> LINES =
      List.of(
          HKL.getDeclaration(),
          HKL.getHostElement(),
          HKL.getTableEntry(),
          HKL.getRuleEntry(),
          HKL.getPacketTableElement(),
          HKL.getChainEntry(),
          HKL.getFrameChain(),
          HKL.getFrameRule(),
          HKL.getAttachment(),
          HKL.getCheckElement(),
          HKL.getSimulationElement());

  @TestFactory
  Stream<DynamicTest> everyKeywordIsExplainedWhereItStands() {
    return sections(
        section -> {
          XtextResource file = file(section);
          for (ILeafNode keyword : keywords(section, file)) {
            assertThat(Scene.service(HoverText.class).at(file, keyword.getOffset()))
                .as("the word '%s' in%n%s", keyword.getText(), section.example())
                .isPresent();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyKeywordHasAColour() {
    return sections(
        section -> {
          XtextResource file = file(section);
          Set<Integer> coloured =
              Scene.service(Tokens.class).of(file).stream()
                  .map(token -> token.span().offset())
                  .collect(Collectors.toSet());
          for (ILeafNode keyword : keywords(section, file)) {
            assertThat(coloured)
                .as("the word '%s' in%n%s", keyword.getText(), section.example())
                .contains(keyword.getOffset());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theFirstKeywordIsOfferedWhereItStands() {
    return sections(
        section -> {
          XtextResource file = file(section);
          keywords(section, file).stream().findFirst().ifPresent(word -> assertOffered(word, file));
        });
  }

  @TestFactory
  Stream<DynamicTest> whatStandsOnALineOfItsOwnHasALineOfTheOutline() {
    return sections(
        section -> {
          List<Symbol> lines = all(Scene.service(Outline.class).of(file(section))).toList();
          assertThat(lines).extracting(Symbol::label).noneMatch(String::isBlank);
          assertThat(
                  LINES.stream().noneMatch(general -> general.isSuperTypeOf(kind(section)))
                      || lines.stream().anyMatch(line -> line.kind() == kind(section)))
              .as("a line for%n%s", section.example())
              .isTrue();
        });
  }

  private static EClass kind(Section section) {
    return (EClass) HKL.getEClassifier(section.kind());
  }

  private static Stream<Symbol> all(List<Symbol> symbols) {
    return symbols.stream()
        .flatMap(symbol -> Stream.concat(Stream.of(symbol), all(symbol.children())));
  }

  private static void assertOffered(ILeafNode word, XtextResource file) {
    List<String> offered =
        Scene.service(Completion.class)
            .at(file, word.getOffset(), CancelIndicator.NullImpl)
            .stream()
            .map(ContentAssistEntry::getProposal)
            .toList();
    assertThat(offered).contains(word.getText());
  }

  private static Stream<DynamicTest> sections(Consumer<Section> test) {
    return Scene.service(Reference.class).sections().stream()
        .map(section -> DynamicTest.dynamicTest(section.kind(), () -> test.accept(section)));
  }

  private static XtextResource file(Section section) {
    Scene scene = new Scene();
    section.imported().ifPresent(base -> scene.with("base.hkl", base));
    return scene.with("main.hkl", section.file()).file("main.hkl");
  }

  /** The words of the grammar in the example, those that are names aside. */
  private static List<ILeafNode> keywords(Section section, XtextResource file) {
    int begin = section.file().indexOf(section.example());
    int end = begin + section.example().length();
    return StreamSupport.stream(
            file.getParseResult().getRootNode().getLeafNodes().spliterator(), false)
        .filter(leaf -> leaf.getOffset() >= begin && leaf.getOffset() < end)
        .filter(leaf -> leaf.getGrammarElement() instanceof Keyword)
        .filter(leaf -> Character.isLetter(leaf.getText().charAt(0)))
        .toList();
  }
}
