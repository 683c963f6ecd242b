package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.hookline.check.CheckResult;
import org.hookline.check.Verdict;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.project.HooklineNature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** File, New. */
class WizardsTest {
  @AfterEach
  void deleteProjects() throws Exception {
    closeEditors();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      project.delete(true, true, null);
    }
  }

  @Test
  void theExampleBecomesAProjectThatBuilds() throws Exception {
    Shell dialog = open("org.hookline.ui.wizard.example", "Hookline Example");
    Table examples = ui(() -> Windows.all(dialog, Table.class).get(0));
    ui(
        () -> {
          TableItem wanted =
              Stream.of(examples.getItems())
                  .filter(item -> item.getText().equals("multi-uplink"))
                  .findFirst()
                  .orElseThrow();
          examples.setSelection(wanted);
          Event chosen = new Event();
          chosen.item = wanted;
          examples.notifyListeners(SWT.Selection, chosen);
          return null;
        });
    assertThat(ui(() -> Windows.all(dialog, StyledText.class).get(0).getText()))
        .startsWith("Three uplinks, and replies that leave by the wrong door\n");
    assertThat(ui(() -> Windows.all(dialog, Text.class).get(0).getText()))
        .isEqualTo("multi-uplink");
    Workbench.picture("example-wizard");
    Windows.press(dialog, "Finish");
    Windows.closed(dialog);
    TestProject project = project("multi-uplink");
    build();
    until("the verdict", () -> project.problems("before.hkl").contains("2: check-refuted"));
    assertThat(project.problems("after-connmark.hkl")).isEmpty();
    assertThat(project.text("src-gen/after-rules/mirrors/rules.batch")).contains("rule add");
    until(
        "the file that the story begins with",
        () ->
            page().getActiveEditor() != null
                && page().getActiveEditor().getTitle().equals("before.hkl"));
  }

  @Test
  void aNewProjectHasANetworkWhoseCheckIsProved() throws Exception {
    Shell dialog = open("org.hookline.ui.wizard.project", "New Hookline Project");
    ui(
        () -> {
          Windows.all(dialog, Text.class).get(0).setText("fresh");
          return null;
        });
    Windows.press(dialog, "Finish");
    Windows.closed(dialog);
    TestProject project = project("fresh");
    assertThat(project.project().hasNature(HooklineNature.ID)).isTrue();
    build();
    until(
        "the verdict",
        () -> Brain.get().verdicts().latest(project.file("network.hkl")).isPresent());
    assertThat(Brain.get().verdicts().latest(project.file("network.hkl")).orElseThrow())
        .extracting(CheckResult::verdict)
        .containsExactly(Verdict.PROVED);
    assertThat(project.problems("network.hkl")).isEmpty();
    assertThat(project.text("src-gen/network/router/iptables.rules")).contains("198.51.100.2");
  }

  @Test
  void aNewFileHasAHostAndNoProblem() throws Exception {
    TestProject project = TestProject.empty("files");
    Shell dialog = open("org.hookline.ui.wizard.file", "New Hookline File");
    ui(
        () -> {
          Windows.all(dialog, Text.class).get(0).setText("files");
          return null;
        });
    Windows.press(dialog, "Finish");
    Windows.closed(dialog);
    build();
    assertThat(project.text("network.hkl")).contains("host box {");
    assertThat(project.problems("network.hkl")).isEmpty();
  }

  private static TestProject project(String name) {
    return new TestProject(ResourcesPlugin.getWorkspace().getRoot().getProject(name));
  }

  private static Shell open(String id, String title) {
    Windows.later(
        () -> {
          try {
            IWorkbenchWizard wizard =
                PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id).createWizard();
            wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
            new WizardDialog(page().getWorkbenchWindow().getShell(), wizard).open();
          } catch (org.eclipse.core.runtime.CoreException e) {
            throw new AssertionError(e);
          }
        });
    return Windows.dialog(title);
  }
}
