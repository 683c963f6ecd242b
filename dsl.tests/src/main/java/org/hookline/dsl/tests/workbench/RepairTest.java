package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.save;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.project.ProblemMarkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepairTest {
  private static final String SCRIPT = "src-gen/before/mirrors/rules.batch";

  private TestProject project;

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    project.delete();
  }

  @Test
  void theFirstExampleIsRepairedByCtrl1WhichSaysBeforeWhatChanges() throws Exception {
    project = TestProject.ofExample("multi-uplink");
    HklEditor editor = open(project.file("before.hkl"));
    build();
    until("the verdict", () -> project.problems("before.hkl").contains("2: check-refuted"));
    assertThat(project.text(SCRIPT))
        .contains("from 202.141.160.110 lookup 101")
        .doesNotContain("10.8.10.2", "fwmark");

    Workbench.reveal(editor, "import \"base.hkl\"");
    Popup.open(editor, ISourceViewer.QUICK_ASSIST);
    Popup.select("Route replies by their uplink: add 3");
    until("the price", () -> Popup.info().contains("No longer answered"));
    assertThat(Popup.info())
        .contains("10.8.20.2 port 3306", "proved → refuted", "+", "from 10.8.10.2 lookup telecom");
    Popup.select("Let connections remember their uplink");
    until("the other preview", () -> Popup.info().contains("mark via-telecom"));
    assertThat(Popup.info()).doesNotContain("No longer answered");
    Workbench.picture("repair");
    Popup.choose("Let connections remember their uplink");

    save(editor);
    build();
    until("the marker to go", () -> project.problems("before.hkl").isEmpty());
    assertThat(project.text(SCRIPT)).contains("fwmark 0x65 lookup 101");
    assertThat(project.problems("base.hkl")).anyMatch(p -> p.endsWith("check-refuted"));
  }

  @Test
  void theFixThatTheStoryTookIsOnePressAndItsPriceIsMarkedAfterwards() throws Exception {
    project = TestProject.ofExample("multi-uplink");
    HklEditor editor = open(project.file("before.hkl"));
    build();
    until("the verdict", () -> project.problems("before.hkl").contains("2: check-refuted"));
    Workbench.reveal(editor, "import \"base.hkl\"");
    Popup.open(editor, ISourceViewer.QUICK_ASSIST);
    Popup.choose("Route replies by their uplink: add 3");
    save(editor);
    build();
    until(
        "the verdict on the other check alone",
        () ->
            project.problems("before.hkl").stream().noneMatch(p -> p.equals("2: check-refuted"))
                && project.problems("before.hkl").stream()
                    .anyMatch(p -> p.endsWith(": check-refuted")));
    assertThat(project.text(SCRIPT)).contains("from 10.8.10.2 lookup 101");
  }

  @Test
  void theProblemsViewOffersTheSameRepairForAllOfAKind() throws Exception {
    project = TestProject.empty("repairing");
    IFile file =
        project.write(
            "one.hkl",
            "host a {\n  interface eth0 { }\n"
                + "  table main { default dev eht0 10.0.0.0/8 dev etho }\n}\n");
    build();
    assertThat(project.problems("one.hkl"))
        .containsExactly("3: unknown-interface", "3: unknown-interface");
    IMarker[] markers = file.findMarkers(ProblemMarkers.TYPE, false, IResource.DEPTH_ZERO);
    IMarkerResolution fix =
        Stream.of(ui(() -> IDE.getMarkerHelpRegistry().getResolutions(markers[0])))
            .filter(resolution -> resolution.getLabel().contains("'eth0'"))
            .findFirst()
            .orElseThrow();
    for (IMarker marker : markers) {
      ui(
          () -> {
            fix.run(marker);
            return null;
          });
    }
    build();
    assertThat(project.problems("one.hkl")).isEmpty();
    assertThat(project.text("one.hkl")).contains("default dev eth0 10.0.0.0/8 dev eth0");
  }

  @Test
  void allProblemsOfAKindAreFixedAtOnceInTheEditor() throws Exception {
    project = TestProject.empty("repairing");
    HklEditor editor =
        open(
            project.write(
                "one.hkl",
                "host a {\n  interface eth0 { }\n"
                    + "  table main { default dev eht0 10.0.0.0/8 dev etho }\n}\n"));
    until("the problems", () -> Annotations.texts(editor).size() == 2 || marked() == 2);
    Workbench.reveal(editor, "eht0");
    Popup.open(editor, ISourceViewer.QUICK_ASSIST);
    Popup.choose("Fix all 2 problems 'unknown-interface'");
    until("both repairs", () -> Workbench.text(editor).contains("eth0 10.0.0.0/8 dev eth0"));
  }

  private int marked() throws Exception {
    return project.problems("one.hkl").size();
  }
}
