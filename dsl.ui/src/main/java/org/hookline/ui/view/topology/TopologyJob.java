package org.hookline.ui.view.topology;

import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hookline.dsl.diagram.TopologyDrawing;
import org.hookline.export.drawing.Drawing;
import org.hookline.ui.bridge.NetworkText;

/** Reads a file and lays its network out, away from the user interface. */
final class TopologyJob extends Job {
  private final BiConsumer<IFile, Drawing> drawn;
  private volatile IFile wanted;

  /**
   * @param drawn is told each drawing, on the job's thread; it is empty for a file with errors
   */
  TopologyJob(BiConsumer<IFile, Drawing> drawn) {
    super("Drawing the topology");
    this.drawn = drawn;
    setPriority(DECORATE);
    setSystem(true);
  }

  /** Draws a file; an older wish is forgotten. */
  void draw(IFile file) {
    wanted = file;
    cancel();
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    IFile file = wanted;
    Drawing drawing =
        NetworkText.read(file).network().map(TopologyDrawing::of).orElse(Drawing.EMPTY);
    if (!monitor.isCanceled()) {
      drawn.accept(file, drawing);
    }
    return Status.OK_STATUS;
  }
}
