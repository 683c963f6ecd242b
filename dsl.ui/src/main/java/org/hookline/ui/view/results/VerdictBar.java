package org.hookline.ui.view.results;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunItem;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunState;

/** The green or red bar over the results, with the counts. */
final class VerdictBar {
  private static final int HEIGHT = 12;

  private final Composite all;
  private final Label text;
  private final Canvas bar;
  private RunState worst = RunState.WAITING;

  VerdictBar(Composite parent) {
    all = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 3).applyTo(all);
    text = new Label(all, SWT.NONE);
    GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(text);
    bar = new Canvas(all, SWT.NONE);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(SWT.DEFAULT, HEIGHT)
        .applyTo(bar);
    bar.addPaintListener(
        event -> {
          Rectangle room = bar.getClientArea();
          event.gc.setBackground(colour());
          event.gc.fillRoundRectangle(0, 0, room.width, room.height, 6, 6);
        });
  }

  Control control() {
    return all;
  }

  String summary() {
    return text.getText();
  }

  void show(List<FileRun> runs) {
    worst =
        runs.stream()
            .map(RunItem::state)
            .reduce((a, b) -> a.compareTo(b) > 0 ? a : b)
            .orElse(RunState.WAITING);
    text.setText(runs.isEmpty() ? "No checks yet" : summary(runs));
    bar.redraw();
  }

  private static String summary(List<FileRun> runs) {
    return runs.stream()
        .filter(run -> run.phase() == RunState.RUNNING)
        .findFirst()
        .map(run -> "running: " + run.detail())
        .orElseGet(() -> RunJob.summary(runs));
  }

  private Color colour() {
    return switch (worst) {
      case GOOD -> new Color(63, 163, 91);
      case WAITING, RUNNING, STOPPED -> new Color(154, 165, 177);
      case OPEN -> new Color(224, 167, 58);
      case BAD, FAILED -> new Color(207, 68, 68);
    };
  }
}
