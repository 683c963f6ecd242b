package org.hookline.ui.run;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.hookline.api.Hookline;
import org.hookline.model.Network;
import org.hookline.model.flow.Simulation;
import org.hookline.model.property.Check;
import org.hookline.source.Problem;
import org.hookline.ui.bridge.NetworkText;

/**
 * Judges checks or plays simulations, one after the other, and shows each as soon as it is done.
 */
public final class RunJob extends Job {
  private static final long SEED = 0;

  private final RunRequest request;
  private final RunBoard board;
  private final RunReport report;
  private Thread runner;

  /**
   * @param report is told each result as well
   */
  public RunJob(RunRequest request, RunBoard board, RunReport report) {
    super(request.text());
    this.request = request;
    this.board = board;
    this.report = report;
    setUser(false);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == RunJob.class;
  }

  /** A check that runs long listens to interrupts. */
  @Override
  protected synchronized void canceling() {
    if (runner != null) {
      runner.interrupt();
    }
  }

  private synchronized void runsOn(Thread thread) {
    runner = thread;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    runsOn(Thread.currentThread());
    try {
      return runAll(monitor);
    } finally {
      runsOn(null);
      Thread.interrupted(); // the thread goes back to other jobs
    }
  }

  private IStatus runAll(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, request.text(), request.files().size());
    board.begin(request);
    report.starts(request);
    for (IFile file : request.files()) {
      FileRun run = FileRun.waiting(file).in(RunState.RUNNING, "");
      try {
        run = run(run, progress.split(1));
      } catch (OperationCanceledException | CancellationException stopped) {
        board.update(run.in(RunState.STOPPED, "stopped"));
        report.ends("stopped");
        return Status.CANCEL_STATUS;
      }
    }
    report.ends(summary(board.runs()));
    return Status.OK_STATUS;
  }

  private FileRun run(FileRun waiting, IProgressMonitor monitor) {
    FileRun run = waiting.in(RunState.RUNNING, "reading");
    board.update(run);
    NetworkText text = NetworkText.read(run.file());
    report.reads(text);
    if (text.network().isEmpty()) {
      run = run.in(RunState.FAILED, firstError(text));
    } else {
      try {
        run =
            request.kind() == RunRequest.Kind.CHECK
                ? check(run, text.network().get(), monitor)
                : simulate(run, text.network().get(), monitor);
      } catch (CancellationException stopped) {
        throw stopped; // no bug, though one by its type
      } catch (IllegalStateException | IllegalArgumentException | StackOverflowError bug) {
        ILog.of(RunJob.class).error(request.text() + " failed", bug);
        run = run.in(RunState.FAILED, "an error in Hookline itself: " + bug);
      }
    }
    board.update(run);
    report.done(run);
    return run;
  }

  private static String firstError(NetworkText text) {
    return text.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .map(problem -> problem.message() + " (" + problem.origin() + ")")
        .orElse("no network");
  }

  private FileRun check(FileRun start, Network network, IProgressMonitor monitor) {
    List<Check> checks = network.checks().stream().filter(c -> request.includes(c.name())).toList();
    SubMonitor progress = SubMonitor.convert(monitor, checks.size());
    Hookline hookline = Hookline.of(network);
    FileRun run = start;
    for (Check check : checks) {
      run = run.in(RunState.RUNNING, check.name());
      board.update(run);
      progress.subTask(check.name());
      run = run.with(hookline.check(check));
      progress.split(1);
    }
    return run.in(RunState.GOOD, "");
  }

  private FileRun simulate(FileRun start, Network network, IProgressMonitor monitor) {
    List<Simulation> simulations =
        network.simulations().stream().filter(s -> request.includes(s.name())).toList();
    SubMonitor progress = SubMonitor.convert(monitor, simulations.size());
    Hookline hookline = Hookline.of(network);
    FileRun run = start;
    for (Simulation simulation : simulations) {
      progress.subTask(simulation.name());
      run = run.with(hookline.simulate(simulation, SEED));
      board.update(run);
      progress.split(1);
    }
    return run.in(RunState.GOOD, "");
  }

  /** {@code 4 good, 1 bad} over the checks and simulations of some files. */
  public static String summary(List<FileRun> runs) {
    long good = count(runs, RunState.GOOD);
    long open = count(runs, RunState.OPEN);
    long bad = count(runs, RunState.BAD);
    long failed = runs.stream().filter(run -> run.phase() == RunState.FAILED).count();
    return good
        + " as expected"
        + (bad == 0 ? "" : ", " + bad + " not")
        + (open == 0 ? "" : ", " + open + " open")
        + (failed == 0 ? "" : ", " + failed + (failed == 1 ? " file" : " files") + " with errors");
  }

  private static long count(List<FileRun> runs, RunState state) {
    return runs.stream()
        .flatMap(run -> run.children().stream())
        .filter(item -> item.state() == state)
        .count();
  }
}
