package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.picture;
import static org.hookline.dsl.tests.workbench.Workbench.text;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.view.results.ChecksView;
import org.hookline.ui.view.topology.TopologyView;
import org.hookline.ui.view.trace.PathView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first story with real keys and a real mouse, from the wizard to the repaired scripts. */
class ByHandTest {
  private final TestProject project =
      new TestProject(ResourcesPlugin.getWorkspace().getRoot().getProject("multi-uplink"));

  @BeforeEach
  void sitDown() {
    Hand.here();
    Hand.onWorkbench();
    RunBoard.get().show(List.of());
  }

  @AfterEach
  void cleanUp() throws Exception {
    closeEditors();
    RunBoard.get().show(List.of());
    for (IProject each : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      each.delete(true, true, null);
    }
  }

  @Test
  void theFirstStory() throws Exception {
    makeTheProject();
    HklEditor editor = openTheFile();
    lookAtTheCounterexample();
    repair(editor);
    write(editor);
  }

  private void makeTheProject() {
    Hand.press("ctrl+n");
    Shell choice = Windows.dialog("New");
    Hand.on(choice);
    Hand.type("Hookline Exa");
    until(
        "the wizard",
        () -> {
          Tree tree = Windows.all(choice, Tree.class).get(0);
          return tree.getSelectionCount() == 1
              && tree.getSelection()[0].getText().equals("Hookline Example");
        });
    Hand.press("Return");
    until("the examples", () -> !Windows.all(choice, Table.class).isEmpty());
    Table examples = ui(() -> Windows.all(choice, Table.class).get(0));
    Hand.click(examples, middle(examples, "multi-uplink"), 1);
    until("the story", () -> selected(examples).equals("multi-uplink"));
    picture("hand-1-wizard");
    Hand.press("Return");
    Windows.closed(choice);
    Hand.onWorkbench();
    until("the project", () -> project.file("before.hkl").exists());
  }

  private HklEditor openTheFile() throws Exception {
    closeEditors();
    build(); // scripts that appear in the tree would move what is clicked
    TreeViewer files =
        ui(
            () ->
                ((CommonNavigator) page().showView("org.eclipse.ui.navigator.ProjectExplorer"))
                    .getCommonViewer());
    until("the project in the tree", () -> files.getTree().getItemCount() == 1);
    Hand.click(files.getTree(), middle(files.getTree(), "multi-uplink"), 1);
    Hand.press("Right");
    until("the files in the tree", () -> find(files.getTree(), "before.hkl") != null);
    Hand.click(files.getTree(), middle(files.getTree(), "before.hkl"), 1);
    until("the file to be selected", () -> selected(files.getTree()).equals("before.hkl"));
    Hand.press("Return");
    until("the editor", () -> page().getActiveEditor() instanceof HklEditor);
    until("the verdict", () -> project.problems("before.hkl").contains("2: check-refuted"));
    return (HklEditor) ui(() -> page().getActiveEditor());
  }

  private void lookAtTheCounterexample() {
    ChecksView checks = ui(() -> (ChecksView) page().showView(ChecksView.ID));
    PathView path = ui(() -> (PathView) page().showView(PathView.ID));
    until("the verdicts", checks::summary, "4 as expected, 1 not");
    Tree tree = checks.tree().getTree();
    Hand.click(tree, middle(tree, "rsync answers on every uplink"), 1);
    until("the way of the packet", () -> path.shown().isPresent());
    Control canvas = path.canvas();
    Hand.click(canvas, new Point(5, 5), 1);
    picture("hand-2-path");
    ui(() -> page().showView(TopologyView.ID));
    TopologyView topology = ui(() -> (TopologyView) page().findView(TopologyView.ID));
    until("the topology", () -> !topology.canvas().drawing().shapes().isEmpty());
    picture("hand-3-topology");
  }

  private void repair(HklEditor editor) throws Exception {
    Control widget = editor.getAdapter(Control.class);
    Hand.click(widget, new Point(60, ui(() -> Workbench.lineMiddle(editor, 1))), 1);
    until("the cursor", () -> Workbench.line().equals("before.hkl:2"));
    Hand.press("ctrl+1");
    until("the repairs", () -> Popup.lines().size() >= 3);
    until("what the first one changes", () -> Popup.info().contains("mark via-telecom"));
    picture("hand-4-repair");
    Hand.press("Down");
    until("the price of the second", () -> Popup.info().contains("No longer answered"));
    picture("hand-5-price");
    Hand.press("Up");
    until("the first again", () -> Popup.info().contains("mark via-telecom"));
    Hand.press("Return");
    until("the repaired text", () -> text(editor).contains("mark via-telecom"));
    Hand.press("ctrl+s");
    until("the file to be saved", () -> !editor.isDirty());
    until("the marker to go", () -> project.problems("before.hkl").isEmpty());
    until(
        "the scripts",
        () -> project.text("src-gen/before/mirrors/rules.batch").contains("fwmark 0x65"));
    ChecksView checks = ui(() -> (ChecksView) page().findView(ChecksView.ID));
    until("the new verdicts", checks::summary, "5 as expected");
    until("the line without a mark", () -> Annotations.ofType(editor, Annotations.ERROR) == 0);
    picture("hand-6-repaired");
    Hand.press("ctrl+z");
    until("the text as it was", () -> !text(editor).contains("mark via-telecom"));
  }

  private void write(HklEditor editor) {
    Hand.press("ctrl+End", "Return");
    Hand.type("che");
    Hand.press("ctrl+space");
    until("the proposals", () -> Popup.lines().stream().anyMatch(l -> l.startsWith("check")));
    picture("hand-7-assist");
    Hand.press("Escape");
    assertThat(text(editor)).endsWith("che");
  }

  private static String selected(Table table) {
    return table.getSelectionCount() == 1 ? table.getSelection()[0].getText() : "";
  }

  private static Point middle(Table table, String text) {
    return ui(
        () ->
            Stream.of(table.getItems())
                .filter(item -> item.getText().equals(text))
                .map(item -> item.getBounds())
                .map(place -> new Point(place.x + 10, place.y + place.height / 2))
                .findFirst()
                .orElseThrow());
  }

  private static String selected(Tree tree) {
    return tree.getSelectionCount() == 1 ? tree.getSelection()[0].getText() : "";
  }

  private static Point middle(Tree tree, String text) {
    return ui(
        () -> {
          TreeItem item = find(tree, text);
          if (item == null) {
            throw new AssertionError("there is no " + text);
          }
          Rectangle bounds = item.getTextBounds(0);
          return new Point(bounds.x + 10, bounds.y + bounds.height / 2);
        });
  }

  private static TreeItem find(Tree tree, String text) {
    return find(tree.getItems(), text);
  }

  private static TreeItem find(TreeItem[] items, String text) {
    for (TreeItem item : items) {
      if (item.getText().startsWith(text)) {
        return item;
      }
      TreeItem inside = find(item.getItems(), text);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }
}
