package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hookline.dsl.tests.workbench.Workbench.build;
import static org.hookline.dsl.tests.workbench.Workbench.closeEditors;
import static org.hookline.dsl.tests.workbench.Workbench.open;
import static org.hookline.dsl.tests.workbench.Workbench.page;
import static org.hookline.dsl.tests.workbench.Workbench.ui;
import static org.hookline.dsl.tests.workbench.Workbench.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.ImageData;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.Shape;
import org.hookline.export.drawing.Tone;
import org.hookline.trace.TracePlace;
import org.hookline.ui.editor.HklEditor;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunReport;
import org.hookline.ui.run.RunRequest;
import org.hookline.ui.run.RunRequest.Kind;
import org.hookline.ui.run.RunState;
import org.hookline.ui.view.canvas.ExportDrawing;
import org.hookline.ui.view.results.ChecksView;
import org.hookline.ui.view.topology.TopologyView;
import org.hookline.ui.view.trace.PathView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final String REFUTED = "rsync answers on every uplink";

  private TestProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.ofExample("multi-uplink");
  }

  @AfterEach
  void deleteProject() throws Exception {
    closeEditors();
    RunBoard.get().show(List.of());
    project.delete();
  }

  @Test
  void aRefutedCheckIsMarkedOnTheLineThatBringsItIn() throws Exception {
    open(project.file("before.hkl"));
    build();
    until("the verdict", () -> project.problems("before.hkl").contains("2: check-refuted"));
    until(
        "the verdict on the base alone",
        () -> project.problems("base.hkl").stream().anyMatch(p -> p.endsWith("check-refuted")));
    assertThat(project.problems("after-connmark.hkl")).isEmpty();
  }

  @Test
  void theChecksViewTellsVerdictsFailingSetsAndTheWayOfTheCounterexample() throws Exception {
    ChecksView view = ui(() -> (ChecksView) page().showView(ChecksView.ID));
    check("before.hkl", Optional.empty());
    until("the summary", () -> view.summary().equals("4 as expected, 1 not"));
    RunItem refuted = item(REFUTED);
    assertThat(refuted.state()).isEqualTo(RunState.BAD);
    select(view, refuted);
    until(
        "the story", () -> view.story().contains("fails for dst 202.38.95.110, src 221.224.40.18"));
    assertThat(ui(view::story))
        .contains("tcpdump 'tcp and host")
        .contains("routes the reply while its source is still 10.8.10.2")
        .contains("dropped at g95 (IP_RPFILTER)");
  }

  @Test
  void oneCheckRunsAlone() throws Exception {
    check("before.hkl", Optional.of(REFUTED));
    assertThat(RunBoard.get().runs()).hasSize(1);
    assertThat(RunBoard.get().runs().get(0).children())
        .extracting(RunItem::text)
        .containsExactly(REFUTED);
  }

  @Test
  void aFileWithErrorsSaysSoInPlaceOfVerdicts() throws Exception {
    project.write("broken.hkl", "host a { interface eth0 table main { default dev eht0 } }\n");
    check("broken.hkl", Optional.empty());
    FileRun run = RunBoard.get().runs().get(0);
    assertThat(run.phase()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).contains("no interface is called 'eht0'");
  }

  @Test
  void aLongRunCanBeStopped() throws Exception {
    List<IFile> files = Stream.generate(() -> project.file("before.hkl")).limit(50).toList();
    RunJob job =
        new RunJob(
            new RunRequest(Kind.CHECK, files, Optional.empty()), RunBoard.get(), RunReport.NONE);
    job.schedule();
    until(
        "the first check to run",
        () -> RunBoard.get().runs().stream().anyMatch(r -> r.phase() == RunState.RUNNING));
    job.cancel();
    job.join();
    assertThat(job.getResult().getSeverity()).isEqualTo(IStatus.CANCEL);
    assertThat(RunBoard.get().runs()).extracting(FileRun::phase).contains(RunState.STOPPED);
  }

  @Test
  void thePathViewLightsTheWayOfTheRequestAndOfTheReply() throws Exception {
    ChecksView checks = ui(() -> (ChecksView) page().showView(ChecksView.ID));
    PathView path = ui(() -> (PathView) page().showView(PathView.ID));
    check("before.hkl", Optional.of(REFUTED));
    until("the result in the tree", () -> checks.tree().getTree().getItemCount() == 1);
    select(checks, item(REFUTED));
    until("the trace", () -> path.shown().isPresent());

    TracePlace forward = new TracePlace(0, 2, 3);
    assertThat(forward.hopIn(path.shown().get().trace()).host()).isEqualTo("mirrors");
    go(path, forward);
    Drawing request = ui(() -> path.canvas().drawing());
    assertThat(tones(request)).contains(Tone.FORWARD, Tone.NOW).doesNotContain(Tone.BAD);
    assertThat(lines(request)).contains(Tone.FORWARD, Tone.REPLY);
    assertThat(texts(request)).anyMatch(t -> t.contains("dst 202.141.160.110 → 10.8.10.2"));

    TracePlace reply = new TracePlace(1, 1, 3);
    go(path, reply);
    assertThat(tones(ui(() -> path.canvas().drawing()))).contains(Tone.REPLY);

    TracePlace routed = new TracePlace(1, 1, 3).moved(0, path.shown().get().trace());
    assertThat(routed.stepIn(path.shown().get().trace()).orElseThrow().why().text())
        .isEqualTo("default via 202.38.95.126 dev vlan95");
    until("the line of the route", () -> Workbench.line().equals("base.hkl:20"));

    Workbench.picture("packet-path");
    go(path, new TracePlace(1, 2, 4));
    Drawing end = ui(() -> path.canvas().drawing());
    assertThat(tones(end)).contains(Tone.BAD);
    assertThat(texts(end)).contains("dropped at g95 (IP_RPFILTER)");
  }

  @Test
  void whatHoldsLeavesNoPacketToFollow() throws Exception {
    ChecksView checks = ui(() -> (ChecksView) page().showView(ChecksView.ID));
    PathView path = ui(() -> (PathView) page().showView(PathView.ID));
    check("before.hkl", Optional.empty());
    until("the counterexample of the refuted check", () -> path.shown().isPresent());
    select(checks, item("the container reaches the database inside"));
    until("the end of it", () -> path.shown().isEmpty());
    assertThat(path.canvas().drawing().shapes()).isEmpty();
  }

  @Test
  void theTopologyIsDrawnAndLinkedWithTheTextBothWays() throws Exception {
    TopologyView view = ui(() -> (TopologyView) page().showView(TopologyView.ID));
    HklEditor editor = open(project.file("base.hkl"));
    until("the drawing", () -> view.canvas().drawing().box("host mirrors").isPresent());
    Drawing drawing = ui(() -> view.canvas().drawing());
    assertThat(drawing.targets())
        .extracting(t -> t.element())
        .contains("internet", "host lab", "host g140", "segment uplink95", "port mirrors.vlan10");
    Workbench.picture("topology");
    Path svg = project.project().getLocation().append("topology.svg").toPath();
    Path png = svg.resolveSibling("topology.png");
    ExportDrawing export = new ExportDrawing(view.canvas(), "topology");
    ui(
        () -> {
          export.write(svg);
          export.write(png);
          return null;
        });
    assertThat(Files.readString(svg)).startsWith("<svg").contains("mirrors");
    assertThat(new ImageData(png.toString()).width).isGreaterThan(500);

    String text = project.file("base.hkl").readString();
    ui(
        () -> {
          editor.selectAndReveal(text.indexOf("10.8.20.2/24"), 0);
          return null;
        });
    until("the interface of the line", () -> view.canvas().selected().equals("port db.eth0"));
    ui(
        () -> {
          editor.selectAndReveal(text.indexOf("default via 10.8.20.1"), 0);
          return null;
        });
    until("the host of the line", () -> view.canvas().selected().equals("host db"));
  }

  private void check(String name, Optional<String> only) throws Exception {
    RunRequest request = new RunRequest(Kind.CHECK, List.of(project.file(name)), only);
    RunJob job = new RunJob(request, RunBoard.get(), RunReport.NONE);
    job.schedule();
    job.join();
  }

  private static RunItem item(String name) {
    return RunBoard.get().runs().stream()
        .flatMap(run -> run.children().stream())
        .filter(item -> item.text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void select(ChecksView view, RunItem item) {
    ui(
        () -> {
          view.tree().setSelection(new StructuredSelection(item), true);
          return null;
        });
  }

  private static void go(PathView view, TracePlace place) {
    ui(
        () -> {
          view.go(place);
          return null;
        });
  }

  private static List<Tone> tones(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Box.class::isInstance)
        .map(shape -> ((Shape.Box) shape).tone())
        .toList();
  }

  private static List<Tone> lines(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Line.class::isInstance)
        .map(shape -> ((Shape.Line) shape).tone())
        .toList();
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).text())
        .toList();
  }
}
