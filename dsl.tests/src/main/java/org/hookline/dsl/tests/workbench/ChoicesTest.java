package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.text;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.hookline.ui.HooklineUi;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.prefs.Preferences;
import org.hookline.ui.project.ProblemMarkers;
import org.hookline.ui.view.topology.TopologyView;
import org.hookline.ui.wizard.StarterText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user can choose. */
class ChoicesTest {
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final String DEAD_RULE =
      "host a {\n  interface eth0\n  filter { chain INPUT { tcp drop\n tcp dport 22 accept } }\n}\n";

  private final IPreferenceStore choices = HooklineUi.plugin().getPreferenceStore();
  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.empty("choices");
  }

  @AfterEach
  void cleanUp() throws Exception {
    choices.setToDefault(Preferences.SEVERITY + "dead-rule");
    choices.setToDefault(Preferences.FORMAT_ON_SAVE);
    choices.setToDefault(Preferences.KERNEL);
    closeEditors();
    project.delete();
  }

  @Test
  void aKindOfProblemCountsAsTheUserChooses() throws Exception {
    IFile file = project.write("one.hkl", DEAD_RULE);
    build();
    assertThat(severity(file)).isEqualTo(IMarker.SEVERITY_WARNING);
    choices.setValue(Preferences.SEVERITY + "dead-rule", "error");
    until("an error", () -> severity(file) == IMarker.SEVERITY_ERROR);
    choices.setValue(Preferences.SEVERITY + "dead-rule", "ignore");
    until("nothing", () -> project.problems("one.hkl").isEmpty());
    choices.setToDefault(Preferences.SEVERITY + "dead-rule");
    until("the warning again", () -> severity(file) == IMarker.SEVERITY_WARNING);
  }

  private static int severity(IFile file) throws Exception {
    IMarker[] markers = file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO);
    return markers.length == 1 ? markers[0].getAttribute(IMarker.SEVERITY, -1) : -1;
  }

  @Test
  void thePageOfSeveritiesListsEveryCode() {
    Windows.later(
        () ->
            PreferencesUtil.createPreferenceDialogOn(
                    page().getWorkbenchWindow().getShell(),
                    "org.hookline.ui.prefs.severity",
                    new String[] {"org.hookline.ui.prefs", "org.hookline.ui.prefs.severity"},
                    null)
                .open());
    Shell dialog = Windows.dialog("Preferences (Filtered)");
    Table codes = ui(() -> Windows.all(dialog, Table.class).get(0));
    assertThat(ui(() -> codes.getItems().length)).isGreaterThan(50);
    Workbench.picture("preferences");
    Windows.press(dialog, "Cancel");
    Windows.closed(dialog);
  }

  @Test
  void aFileIsFormattedWhenItIsSavedIfTheUserWants() throws Exception {
    HklEditor editor = open(project.write("ugly.hkl", "host   a { }\n"));
    choices.setValue(Preferences.FORMAT_ON_SAVE, true);
    ui(
        () -> {
          Workbench.document(editor).replace(0, 0, "\n\n");
          return null;
        });
    Workbench.save(editor);
    assertThat(text(editor)).doesNotContain("host   a");
    assertThat(project.text("ugly.hkl")).isEqualTo(text(editor));
  }

  @Test
  void newHostsHaveTheKernelOfTheUser() {
    choices.setValue(Preferences.KERNEL, "5.10");
    assertThat(StarterText.file()).contains("kernel 5.10\n");
    assertThat(StarterText.network()).contains("kernel 5.10\n").doesNotContain("kernel 6.1");
  }

  @Test
  void textAndDrawingsFollowTheDarkTheme() throws Exception {
    HklEditor editor = open(project.write("one.hkl", DEAD_RULE));
    TopologyView topology = ui(() -> (TopologyView) page().showView(TopologyView.ID));
    IThemeEngine themes =
        ui(() -> (IThemeEngine) Display.getDefault().getData("org.eclipse.e4.ui.css.swt.theme"));
    String light = ui(() -> themes.getActiveTheme().getId());
    try {
      ui(
          () -> {
            themes.setTheme(DARK, false);
            return null;
          });
      until("a dark text", () -> brightness(editor.getAdapter(Control.class)) < 100);
      until("a keyword for the dark", () -> keyword(editor).equals(new RGB(0xCC, 0x8F, 0x5A)));
      until("a dark drawing", () -> brightness(topology.canvas()) < 100);
      Workbench.picture("dark");
    } finally {
      ui(
          () -> {
            themes.setTheme(light, false);
            return null;
          });
    }
    until("a light text", () -> brightness(editor.getAdapter(Control.class)) > 200);
  }

  private static int brightness(Control control) {
    RGB paper = control.getBackground().getRGB();
    return (paper.red + paper.green + paper.blue) / 3;
  }

  private static RGB keyword(HklEditor editor) {
    StyleRange range = ((StyledText) editor.getAdapter(Control.class)).getStyleRangeAtOffset(0);
    return range == null || range.foreground == null ? new RGB(0, 0, 0) : range.foreground.getRGB();
  }
}
