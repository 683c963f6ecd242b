package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.editor.highlight.Style;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorTest {
  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.empty("editing");
  }

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    project.delete();
  }

  @Test
  void keywordsHaveTheColourOfTheTheme() throws Exception {
    HklEditor editor = open(project.write("one.hkl", "host a {\n  interface eth0\n}\n"));
    until(
        "a coloured keyword",
        () -> {
          StyleRange range = widget(editor).getStyleRangeAtOffset(0);
          return range != null
              && range.foreground.equals(Style.colours().get(Style.KEYWORD.colour()));
        });
  }

  @Test
  void theBuilderMarksAnUnknownNameOnItsLine() throws Exception {
    project.write("one.hkl", "host a {\n  table main { default dev eht0 }\n  interface eth0\n}\n");
    build();
    assertThat(project.problems("one.hkl")).containsExactly("2: unknown-interface");
  }

  @Test
  void aProblemIsShownWhileTypingAndMarkedOnSave() throws Exception {
    IFile file = project.write("one.hkl", "host a {\n  interface eth0\n}\n");
    build();
    HklEditor editor = open(file);
    IDocument document =
        ui(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
    ui(
        () -> {
          document.replace(document.get().indexOf("}"), 0, "  table main { default dev eth1 }\n");
          return null;
        });
    until(
        "an annotation",
        () -> Annotations.texts(editor).stream().anyMatch(t -> t.contains("eth1")));
    assertThat(project.problems("one.hkl")).isEmpty();
    ui(
        () -> {
          editor.doSave(null);
          return null;
        });
    build();
    assertThat(project.problems("one.hkl")).containsExactly("3: unknown-interface");
  }

  @Test
  void aChangeOfAnImportedFileMovesTheMarkersOfThoseThatImportIt() throws Exception {
    project.write("base.hkl", "host a {\n  interface eth0\n}\n");
    project.write(
        "more.hkl", "import \"base.hkl\"\namend host a {\n  table main { default dev eth0 }\n}\n");
    build();
    assertThat(project.problems("more.hkl")).isEmpty();
    project.write("base.hkl", "host a {\n  interface eth1\n}\n");
    build();
    assertThat(project.problems("more.hkl")).containsExactly("3: unknown-interface");
  }

  private static StyledText widget(HklEditor editor) {
    return (StyledText) editor.getAdapter(Control.class);
  }
}
