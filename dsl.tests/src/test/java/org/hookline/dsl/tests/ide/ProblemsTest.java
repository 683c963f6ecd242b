package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.hookline.dsl.ide.problems.ProblemValidator;
import org.junit.jupiter.api.Test;

/** Which problems an editor shows, and where. */
class ProblemsTest {

  @Test
  void aProblemMarksItsWords() {
    Scene scene = Scene.of("host a { interface eth0 table main { default dev <|eht0|> } }");
    assertThat(problems(scene, "main.hkl"))
        .containsExactly("ERROR unknown-interface " + scene.marked().get(0));
  }

  @Test
  void anErrorOfAnImportIsShownThereAndOnTheLineThatImportsIt() {
    Scene scene =
        new Scene()
            .with("base.hkl", "host a { table main { default dev <|eht0|> } }")
            .with("more.hkl", "import \"base.hkl\"")
            .with("main.hkl", "<|import \"more.hkl\"|>");
    assertThat(problems(scene, "base.hkl"))
        .containsExactly("ERROR unknown-interface base.hkl:00034+4");
    assertThat(problems(scene, "main.hkl"))
        .containsExactly("WARNING broken-import main.hkl:00000+17");
  }

  @Test
  void filesThatImportEachOtherAreNoEndlessStory() {
    Scene scene =
        new Scene()
            .with("a.hkl", "import \"b.hkl\" host a { }")
            .with("b.hkl", "import \"c.hkl\" host b { }")
            .with("c.hkl", "import \"a.hkl\" import \"c.hkl\" host c { }");
    assertThat(problems(scene, "a.hkl")).isNotEmpty().allMatch(p -> p.contains("import"));
  }

  @Test
  void anEmptyFileIsNoError() {
    assertThat(problems(Scene.of(""), "main.hkl"))
        .containsExactly("INFO empty-file main.hkl:00000+0");
  }

  @Test
  void aFileThatIsFarTooLargeIsNotRead() {
    Scene scene = Scene.of("// " + "x".repeat(9 << 20));
    assertThat(problems(scene, "main.hkl")).contains("ERROR too-large main.hkl:00000+0");
  }

  private static List<String> problems(Scene scene, String file) {
    return Scene.service(ProblemValidator.class)
        .validate(scene.file(file), CheckMode.ALL, CancelIndicator.NullImpl)
        .stream()
        .map(issue -> shown(issue, file))
        .toList();
  }

  private static String shown(Issue issue, String file) {
    return "%s %s %s:%05d+%d"
        .formatted(
            issue.getSeverity(), issue.getCode(), file, issue.getOffset(), issue.getLength());
  }
}
