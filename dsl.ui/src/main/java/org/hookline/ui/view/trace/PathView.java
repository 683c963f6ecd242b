package org.hookline.ui.view.trace;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.hookline.export.drawing.Drawing;
import org.hookline.export.drawing.HostPath;
import org.hookline.export.drawing.Target;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.ShownTrace;
import org.hookline.ui.source.SourcePlace;
import org.hookline.ui.view.canvas.DrawingCanvas;
import org.hookline.ui.view.canvas.ExportDrawing;
import org.hookline.ui.view.results.ChecksView;

/**
 * The way of a flow's packets through the netfilter diagram of each host, step by step. Shows the
 * example of what is selected in the Checks view.
 */
public final class PathView extends ViewPart {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.view.path";

  private final ISelectionListener selections = this::selected;
  private SashForm sash;
  private DrawingCanvas canvas;
  private HopTree hops;
  private Optional<ShownTrace> shown = Optional.empty();
  private TracePlace place = TracePlace.START;

  @Override
  public void createPartControl(Composite parent) {
    sash = new SashForm(parent, SWT.HORIZONTAL);
    hops = new HopTree(sash, this::go);
    canvas = new DrawingCanvas(sash);
    canvas.addListener(SWT.KeyDown, event -> key(event.keyCode));
    canvas.onClick(this::clicked);
    canvas.onDoubleClick(target -> jump(target, true));
    sash.setWeights(23, 77);
    showNothing();
    tools(getViewSite().getActionBars().getToolBarManager());
    getSite().getPage().addPostSelectionListener(ChecksView.ID, selections);
    selected(null, getSite().getPage().getSelection(ChecksView.ID));
  }

  private void tools(IToolBarManager tools) {
    for (Move move : Move.values()) {
      tools.add(move.action(this::move));
    }
    tools.add(new Separator());
    tools.add(new ExportDrawing(canvas, "packet-path"));
  }

  private void selected(IWorkbenchPart part, ISelection selection) {
    if (!(selection instanceof IStructuredSelection items)) {
      return;
    }
    if (items.getFirstElement() instanceof RunItem item) {
      item.trace().ifPresentOrElse(this::follow, this::showNothing);
    } else if (shown.filter(PathView::isAmongResults).isEmpty()) {
      showNothing();
    }
  }

  /** New results often have the same trace: then the packet stays where it has been followed to. */
  private void follow(ShownTrace trace) {
    if (!shown.equals(Optional.of(trace))) {
      show(trace);
    }
  }

  private static boolean isAmongResults(ShownTrace trace) {
    return RunBoard.get().runs().stream()
        .flatMap(run -> Stream.concat(run.children().stream(), grandchildren(run)))
        .anyMatch(item -> item.trace().equals(Optional.of(trace)));
  }

  private static Stream<RunItem> grandchildren(RunItem run) {
    return run.children().stream().flatMap(item -> item.children().stream());
  }

  /** What is no longer among the results is not followed any more. */
  private void showNothing() {
    shown = Optional.empty();
    setContentDescription("");
    sash.setMaximizedControl(canvas);
    canvas.showNothing(
        "Select a refuted check or an action of a simulation in the Checks view"
            + " to follow its packet.");
  }

  private void key(int code) {
    switch (code) {
      case SWT.ARROW_LEFT -> move(Move.PREVIOUS);
      case SWT.ARROW_RIGHT -> move(Move.NEXT);
      case SWT.HOME -> move(Move.FIRST);
      case SWT.END -> move(Move.LAST);
      default -> {}
    }
  }

  /** Shows where a trace ends, which is what one asks first of a packet that got lost. */
  public void show(ShownTrace trace) {
    shown = Optional.of(trace);
    place = lastStep(trace.trace());
    setContentDescription(trace.title());
    sash.setMaximizedControl(null);
    hops.show(trace.trace());
    draw();
  }

  /** The last thing that a host did; the internet does nothing that could be drawn. */
  private static TracePlace lastStep(Trace trace) {
    return TracePlace.all(trace).stream()
        .filter(each -> each.stepIn(trace).isPresent())
        .reduce((earlier, later) -> later)
        .orElse(TracePlace.START);
  }

  private void move(Move move) {
    shown.ifPresent(trace -> go(move.from(place, trace.trace())));
  }

  /** Follows the packet to a place. */
  public void go(TracePlace wanted) {
    if (shown.isPresent() && !wanted.equals(place)) {
      place = wanted;
      draw();
      canvas.select("");
      place
          .stepIn(shown.get().trace())
          .ifPresent(step -> new SourcePlace(shown.get().file(), step.why().origin()).point());
    }
  }

  private void draw() {
    canvas.show(shown.map(trace -> HostPath.of(trace.trace(), place)).orElse(Drawing.EMPTY));
    hops.select(place);
  }

  /** Steps of the diagram are called {@code step 3}. */
  private void clicked(Target target) {
    if (target.element().startsWith("step ")) {
      canvas.select(target.element());
      jump(target, false);
    }
  }

  private void jump(Target target, boolean focus) {
    shown
        .map(trace -> new SourcePlace(trace.file(), target.origin()))
        .ifPresent(
            source -> {
              if (focus) {
                source.show();
              } else {
                source.point();
              }
            });
  }

  /** How far the packet has been followed. */
  public TracePlace place() {
    return place;
  }

  /** The trace that is followed. */
  public Optional<ShownTrace> shown() {
    return shown;
  }

  public DrawingCanvas canvas() {
    return canvas;
  }

  @Override
  public void setFocus() {
    canvas.setFocus();
  }

  @Override
  public void dispose() {
    getSite().getPage().removePostSelectionListener(ChecksView.ID, selections);
    super.dispose();
  }
}
