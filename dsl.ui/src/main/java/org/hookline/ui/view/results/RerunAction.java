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
    List<IFile> shown = board.runs().stream().map(FileRun::file).toList();
    RunRequest request =
        board
            .request()
            .orElseGet(() -> new RunRequest(RunRequest.Kind.CHECK, shown, Optional.empty()));
    List<IFile> files = request.files().stream().filter(IFile::exists).toList();
    if (!files.isEmpty()) {
      RunRequest again = new RunRequest(request.kind(), files, request.only());
      new RunJob(again, board, RunReport.NONE).schedule();
    }
  }
}
