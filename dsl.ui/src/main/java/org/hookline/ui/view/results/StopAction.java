package org.hookline.ui.view.results;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.hookline.ui.Icon;
import org.hookline.ui.run.RunBoard;
import org.hookline.ui.run.RunJob;
import org.hookline.ui.run.RunState;

/** Stops what runs. */
final class StopAction extends Action {
  private final RunBoard board;

  StopAction(RunBoard board) {
    super("Stop", Icon.STOP.descriptor());
    this.board = board;
    refresh();
  }

  /** There is something to stop only while there is a run. */
  void refresh() {
    setEnabled(board.runs().stream().anyMatch(run -> run.phase() == RunState.RUNNING));
  }

  @Override
  public void run() {
    Job.getJobManager().cancel(RunJob.class);
  }
}
