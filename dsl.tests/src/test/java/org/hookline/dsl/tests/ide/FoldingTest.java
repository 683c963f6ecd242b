package org.hookline.dsl.tests.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.fold.Folding;
import org.hookline.dsl.ide.text.TextSpan;
import org.junit.jupiter.api.Test;

/** Folding: blocks, comments and imports of more than one line. */
class FoldingTest {

  @Test
  void blocksFoldUpToTheLineAboveTheirBrace() {
    Scene scene =
        Scene.of(
            """
            <|host a {
              interface eth0 { address 10.0.0.1/24 }
              <|rules {
                from all lookup main|>
              }|>
            }
            set one = { 10.0.0.1 }
            """
                .replace("<|rules", "rules")
                .replace("main|>", "main"));
    assertThat(folds(scene)).containsAll(scene.marked()).hasSize(2);
  }

  @Test
  void commentsAndImportsFold() {
    Scene scene =
        Scene.of(
            """
            <|/* Two
               lines. */|>
            <|import "a.hkl"
            import "b.hkl"|>
            /* One line. */
            host a { }
            """);
    assertThat(folds(scene)).isEqualTo(scene.marked());
  }

  private static List<String> folds(Scene scene) {
    return new Folding()
        .getFoldingRanges(scene.file("main.hkl"), CancelIndicator.NullImpl).stream()
            .map(fold -> new TextSpan(fold.getOffset(), fold.getLength()))
            .map(span -> Scene.place("main.hkl", span))
            .sorted()
            .toList();
  }
}
