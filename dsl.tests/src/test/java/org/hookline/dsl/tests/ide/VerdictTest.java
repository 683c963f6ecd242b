package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.check.CheckResult;
import org.hookline.dsl.ide.lens.VerdictLenses;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.verdict.VerdictBoard;
import org.hookline.dsl.ide.verdict.VerdictProblems;
import org.hookline.dsl.prove.Prover;
import org.junit.jupiter.api.Test;

/** Verdicts in an editor: as problems, and above the checks. */
class VerdictTest {
  private static final String NETWORK =
      """
      host a { interface e { address 10.0.0.1/24 } }
      host b { interface e { address 10.0.0.2/24 } listen tcp 80 }
      link a.e -- b.e
      """;

  private static final String WRONG =
      """
      check <|"b answers"|> {
        from a to 10.0.0.2 tcp 80-81
        delivered to b
      }
      """;

  @Test
  void aRefutedCheckIsAProblemOnItsLine() {
    Scene scene = Scene.of(NETWORK + WRONG);
    assertThat(problems(scene, "main.hkl"))
        .containsExactly(
            "ERROR check-refuted \"b answers\" is refuted: delivered to b fails for dport 81 "
                + scene.marked().get(0));
  }

  @Test
  void anExpectedRefutationIsNone() {
    assertThat(problems(Scene.of(NETWORK + WRONG.replace("}", "expect refuted }")), "main.hkl"))
        .isEmpty();
  }

  @Test
  void aDefectThatIsExpectedAndNotThereIsAProblem() {
    String right = WRONG.replace("80-81", "80").replace("}", "expect refuted }");
    assertThat(problems(Scene.of(NETWORK + right), "main.hkl"))
        .singleElement()
        .asString()
        .startsWith("ERROR check-not-refuted \"b answers\" is proved, but expected to be refuted");
  }

  @Test
  void aCheckOfAnImportIsAProblemOnTheLineThatImportsIt() {
    Scene scene =
        new Scene()
            .with("base.hkl", NETWORK.replace("listen tcp 80", "listen tcp 80-81") + WRONG)
            .with(
                "main.hkl", "<|import \"base.hkl\"|>\namend host b { without listen tcp 80-81 }\n");
    assertThat(problems(scene, "base.hkl")).isEmpty();
    assertThat(problems(scene, "main.hkl"))
        .singleElement()
        .asString()
        .contains("fails for every tcp flow")
        .endsWith("main.hkl:00000+17");
  }

  @Test
  void verdictsStayWithTheirChecksWhileTheTextMoves() {
    Scene before = Scene.of(NETWORK + WRONG);
    Scene after = Scene.of("// one line more\n" + NETWORK + WRONG);
    List<CheckResult> old = prove(lowered(before, "main.hkl"));
    LoweredFile moved = lowered(after, "main.hkl");
    assertThat(VerdictProblems.of(moved, old))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(Scene.place("main.hkl", moved.span(problem.origin())))
                    .isEqualTo(after.marked().get(0)));
  }

  @Test
  void aboveACheckStandsItsVerdict() {
    Scene scene = Scene.of(NETWORK + WRONG);
    assertThat(lenses(scene)).containsExactly("judging …");
    LoweredFile file = lowered(scene, "main.hkl");
    Scene.service(VerdictBoard.class).put(file.file(), file.networkTexts(), prove(file));
    assertThat(lenses(scene)).containsExactly("refuted for dport 81");
    Scene.service(VerdictBoard.class).forget(file.file());
  }

  private static List<String> lenses(Scene scene) {
    return Scene.service(VerdictLenses.class).of(scene.file("main.hkl")).stream()
        .map(lens -> lens.text())
        .toList();
  }

  private static List<String> problems(Scene scene, String file) {
    LoweredFile lowered = lowered(scene, file);
    return VerdictProblems.of(lowered, prove(lowered)).stream()
        .map(
            problem ->
                problem.severity()
                    + " "
                    + problem.code()
                    + " "
                    + problem.message()
                    + " "
                    + Scene.place(file, lowered.span(problem.origin())))
        .toList();
  }

  private static LoweredFile lowered(Scene scene, String file) {
    XtextResource resource = scene.file(file);
    return Scene.service(LoweredFiles.class).of(resource);
  }

  private static List<CheckResult> prove(LoweredFile file) {
    return Scene.service(Prover.class)
        .prove(file.networkTexts(), file.network().orElseThrow(), () -> false);
  }
}
