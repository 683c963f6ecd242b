package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.reveal;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.editor.outline.Node;
import org.hookline.ui.editor.outline.OutlinePage;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.view.results.ChecksView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menu Run, Run As. */
class RunningTest {
  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.ofExample("multi-uplink");
    RunBoard.get().show(List.of());
  }

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    RunBoard.get().show(List.of());
    project.delete();
  }

  @Test
  void aFileIsCheckedFromTheMenuAndTheChecksViewShowsIt() throws Exception {
    ui(
        () -> {
          Stream.of(page().getViewReferences())
              .filter(view -> view.getId().equals(ChecksView.ID))
              .forEach(page()::hideView);
          return null;
        });
    HklEditor editor = open(project.file("before.hkl"));
    reveal(editor, "import");
    Windows.choose("Run", "Run As", "Check");
    until("the Checks view", () -> checksView() != null);
    ChecksView view = ui(RunningTest::checksView);
    until("the verdicts", () -> view.summary().equals("4 as expected, 1 not"));
    until("the console", () -> console().contains("rsync answers on every uplink"));
    assertThat(ui(RunningTest::console)).contains("base.hkl:");
    until("a place that can be clicked", () -> links() > 0);
    Workbench.picture("checks");
  }

  @Test
  void aPlaceOnTheConsoleLeadsThere() throws Exception {
    HklEditor editor = open(project.file("before.hkl"));
    reveal(editor, "import");
    Windows.choose("Run", "Run As", "Check");
    until("a place that can be clicked", () -> links() > 0);
    ui(
        () -> {
          consoles()
              .flatMap(console -> Stream.of(console.getHyperlinks()))
              .findFirst()
              .orElseThrow()
              .linkActivated();
          return null;
        });
    until("the place", () -> Workbench.line().startsWith("base.hkl:"));
  }

  @Test
  void aFileOfTheProjectExplorerIsCheckedFromItsMenu() throws Exception {
    CommonNavigator files =
        ui(() -> (CommonNavigator) page().showView("org.eclipse.ui.navigator.ProjectExplorer"));
    ui(
        () -> {
          files.setFocus();
          files.selectReveal(new StructuredSelection(project.file("after-connmark.hkl")));
          return null;
        });
    Windows.chooseAt(files.getCommonViewer().getControl(), "Run As", "Check");
    until(
        "the file's checks",
        () ->
            RunBoard.get().request().isPresent()
                && results().contains("the container reaches the database inside"));
    assertThat(RunBoard.get().runs())
        .extracting(run -> run.file().getName())
        .containsExactly("after-connmark.hkl");
  }

  @Test
  void aSimulationOfTheOutlineIsPlayedFromItsMenuAndRunAgainAlone() throws Exception {
    HklEditor editor = open(project.file("before.hkl"));
    until("the outline", () -> editor.outline().nodes().size() == 2);
    ContentOutline view =
        ui(() -> (ContentOutline) page().showView("org.eclipse.ui.views.ContentOutline"));
    OutlinePage outline = (OutlinePage) view.getCurrentPage();
    Node simulation = editor.outline().nodes().get(1);
    ui(
        () -> {
          outline.getControl().setFocus();
          outline.setSelection(new StructuredSelection(simulation.children().get(0)));
          return null;
        });
    Windows.chooseAt(outline.getControl(), "Run As", "Simulate");
    until("the simulation", () -> results().equals(List.of("a client far away and one next door")));
    ChecksView checks = ui(() -> (ChecksView) page().showView(ChecksView.ID));
    List<FileRun> before = RunBoard.get().runs();
    ui(
        () -> {
          ((ActionContributionItem)
                  checks.getViewSite().getActionBars().getToolBarManager().getItems()[0])
              .getAction()
              .run();
          return null;
        });
    until("another run", () -> RunBoard.get().runs() != before);
    until(
        "the same simulation",
        () -> results().equals(List.of("a client far away and one next door")));
  }

  /** The names of the checks and simulations that have been run. */
  private static List<String> results() {
    return RunBoard.get().runs().stream()
        .flatMap(run -> run.children().stream())
        .map(RunItem::text)
        .toList();
  }

  @Test
  void theSimulationAtTheCursorRunsAlone() throws Exception {
    HklEditor editor = open(project.file("before.hkl"));
    reveal(editor, "connect tcp from blog to 202.141.160.110:50000");
    Windows.choose("Run", "Run As", "Simulate");
    until("the simulation", () -> results().equals(List.of("a client far away and one next door")));
  }

  @Test
  void scriptsAreWrittenFromTheMenu() throws Exception {
    HklEditor editor = open(project.file("after-connmark.hkl"));
    build();
    reveal(editor, "import");
    project.project().getFolder("src-gen").delete(true, null);
    Windows.choose("Run", "Run As", "Generate");
    until(
        "the scripts",
        () -> project.text("src-gen/after-connmark/mirrors/apply.sh").contains("#!"));
    until("the console", () -> console().contains("src-gen/after-connmark/mirrors/apply.sh"));
  }

  private static ChecksView checksView() {
    for (IViewReference view : page().getViewReferences()) {
      if (view.getId().equals(ChecksView.ID) && view.getView(false) instanceof ChecksView checks) {
        return checks;
      }
    }
    return null;
  }

  private static Stream<TextConsole> consoles() {
    return Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
        .map(TextConsole.class::cast);
  }

  private static String console() {
    return consoles().map(console -> console.getDocument().get()).reduce("", String::concat);
  }

  private static int links() {
    return consoles().mapToInt(console -> console.getHyperlinks().length).sum();
  }
}
