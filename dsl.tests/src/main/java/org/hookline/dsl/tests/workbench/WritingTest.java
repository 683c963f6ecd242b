package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.command;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.reveal;
import static org.hookline.dsl.tests.workbench.Workbench.text;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.editor.hover.LanguageHover;
import org.hookline.ui.editor.occurrences.Occurrences;
import org.hookline.ui.search.ReferenceResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helps while a text is written. */
class WritingTest {
  private static final String BASE =
      """
      /** The router of the house. */
      host a {
        interface eth0 { address 10.0.0.1/24 }
        table main { default dev eth0 }
        table extra 100 { default dev eth0 }
      }
      """;

  private static final String MORE =
      """
      import "base.hkl"
      amend host a {
        table main { 10.9.0.0/16 dev eth0 }
      }
      """;

  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.empty("writing");
    project.write("base.hkl", BASE);
    project.write("more.hkl", MORE);
    build();
  }

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    project.delete();
  }

  @Test
  void anInterfaceIsRenamedInBothFiles() throws Exception {
    HklEditor editor = open(project.file("base.hkl"));
    reveal(editor, "eth0 { address");
    Windows.later(() -> command("org.hookline.ui.rename"));
    Shell dialog = Windows.dialog("Rename eth0");
    ui(
        () -> {
          Windows.all(dialog, Text.class).get(0).setText("wan");
          return null;
        });
    Windows.press(dialog, "OK");
    Windows.closed(dialog);
    until("the new name here", () -> !text(editor).contains("eth0"));
    assertThat(text(editor)).contains("interface wan {", "table main { default dev wan }");
    until("the new name there", () -> project.text("more.hkl").contains("10.9.0.0/16 dev wan"));
    Workbench.save(editor);
    build();
    assertThat(project.problems("base.hkl")).isEmpty();
    assertThat(project.problems("more.hkl")).isEmpty();
  }

  @Test
  void contentAssistKnowsTheNamesOfTheOtherFile() throws Exception {
    HklEditor editor = open(project.file("more.hkl"));
    ui(
        () -> {
          String now = text(editor);
          Workbench.document(editor).replace(now.indexOf("dev eth0"), 8, "dev ");
          return null;
        });
    Workbench.cursor(editor, text(editor).indexOf("dev ") + 4);
    Popup.open(editor, ISourceViewer.CONTENTASSIST_PROPOSALS);
    Popup.choose("eth0");
    until("the name", () -> text(editor).contains("10.9.0.0/16 dev eth0"));
  }

  @Test
  void contentAssistKnowsWhatMayComeNextAndHasTemplates() throws Exception {
    HklEditor editor = open(project.write("new.hkl", "\n"));
    Workbench.cursor(editor, 0);
    Popup.open(editor, ISourceViewer.CONTENTASSIST_PROPOSALS);
    until("the list", () -> Popup.lines().stream().anyMatch(l -> l.startsWith("host")));
    assertThat(Popup.lines())
        .anyMatch(l -> l.startsWith("check"))
        .anyMatch(l -> l.startsWith("import"))
        .noneMatch(l -> l.startsWith("masquerade"));
    Workbench.picture("assist");
    Popup.choose("host");
    until("the template", () -> text(editor).contains("host "));
  }

  @Test
  void hoverTellsTheDocumentation() throws Exception {
    HklEditor editor = open(project.file("more.hkl"));
    ITextViewer viewer = ui(() -> editor.getAdapter(ITextViewer.class));
    ITextHoverExtension2 hover = new LanguageHover(editor::text);
    int offset = text(editor).indexOf("host a") + 5;
    assertThat((String) hover.getHoverInfo2(viewer, new Region(offset, 0)))
        .contains("The router of the house.");
  }

  @Test
  void f3OpensTheDeclarationInTheOtherFile() throws Exception {
    HklEditor editor = open(project.file("more.hkl"));
    reveal(editor, "eth0");
    Windows.later(() -> command("org.hookline.ui.declaration"));
    until("the declaration", () -> Workbench.line().equals("base.hkl:3"));
  }

  @Test
  void referencesOfBothFilesAreListed() throws Exception {
    HklEditor editor = open(project.file("base.hkl"));
    reveal(editor, "eth0 { address");
    Windows.later(() -> command("org.hookline.ui.references"));
    until(
        "the references",
        () ->
            NewSearchUI.getQueries().length > 0
                && NewSearchUI.getQueries()[0].getSearchResult() instanceof ReferenceResult found
                && found.getMatchCount() >= 3);
  }

  @Test
  void theSameNameIsMarkedWhereTheCursorRests() throws Exception {
    HklEditor editor = open(project.file("base.hkl"));
    reveal(editor, "eth0 { address");
    until("the marks", () -> Annotations.ofType(editor, Occurrences.TYPE) == 3);
  }

  @Test
  void formattingIsOneStepToUndo() throws Exception {
    HklEditor editor = open(project.write("ugly.hkl", "host   a{interface eth0{}}\n"));
    Windows.later(() -> command("org.hookline.ui.format"));
    until("the format", () -> text(editor).equals("host a { interface eth0 { } }\n"));
    Popup.open(editor, ITextOperationTarget.UNDO);
    until("the text before", () -> text(editor).equals("host   a{interface eth0{}}\n"));
  }

  @Test
  void hostsFold() throws Exception {
    HklEditor editor = open(project.file("base.hkl"));
    ProjectionViewer viewer = (ProjectionViewer) ui(() -> editor.getAdapter(ITextViewer.class));
    until(
        "a fold",
        () ->
            viewer.getProjectionAnnotationModel() != null
                && viewer.getProjectionAnnotationModel().getAnnotationIterator().hasNext());
  }

  @Test
  void commentsAreToggled() throws Exception {
    HklEditor editor = open(project.file("more.hkl"));
    reveal(editor, "import");
    Windows.later(() -> command("org.hookline.ui.comment"));
    until("the comment", () -> text(editor).startsWith("//"));
    Windows.later(() -> command("org.hookline.ui.comment"));
    until("the text again", () -> text(editor).equals(MORE));
  }
}
