package org.hookline.ui.view.results;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.hookline.ui.Icon;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunReport;
import org.hookline.ui.run.RunRequest;

/** Runs once more what the view shows. */
final class RerunAction extends Action {
  private final RunBoard board;

  RerunAction(RunBoard board) {
    super("Run again", Icon.RERUN.descriptor());
    this.board = board;
  }

  @Override
  public void run() {
    List<FileRun> runs = board.runs();
    List<IFile> files = runs.stream().map(FileRun::file).filter(IFile::exists).toList();
    boolean played = runs.stream().anyMatch(run -> !run.simulations().isEmpty());
    RunRequest.Kind kind = played ? RunRequest.Kind.SIMULATE : RunRequest.Kind.CHECK;
    if (!files.isEmpty()) {
      new RunJob(new RunRequest(kind, files, Optional.empty()), board, RunReport.NONE).schedule();
    }
  }
}
