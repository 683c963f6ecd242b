package org.hookline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the Checks view shows: the files of the last run, or of the editor that is followed. */
public final class RunBoard {
  private static final RunBoard ONLY = new RunBoard();

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<FileRun> runs = List.of();
  private volatile Optional<RunRequest> request = Optional.empty();

  private RunBoard() {}

  public static RunBoard get() {
    return ONLY;
  }

  public List<FileRun> runs() {
    return runs;
  }

  /** The run that is shown; empty when nobody asked for what is shown. */
  public Optional<RunRequest> request() {
    return request;
  }

  /** Shows these, which nobody asked for, and nothing else. */
  public void show(List<FileRun> shown) {
    show(shown, Optional.empty());
  }

  /** Shows the files of a run that begins. */
  void begin(RunRequest begun) {
    show(begun.files().stream().map(FileRun::waiting).toList(), Optional.of(begun));
  }

  private void show(List<FileRun> shown, Optional<RunRequest> asked) {
    synchronized (this) {
      runs = List.copyOf(shown);
      request = asked;
    }
    listeners.forEach(Runnable::run);
  }

  /** Replaces the run of the same file, if it is shown. */
  void update(FileRun run) {
    synchronized (this) {
      List<FileRun> updated = new ArrayList<>(runs);
      updated.replaceAll(old -> old.file().equals(run.file()) ? run : old);
      runs = List.copyOf(updated);
    }
    listeners.forEach(Runnable::run);
  }

  /** Asks to be told, on some thread, when something else is to be shown. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  public void forget(Runnable listener) {
    listeners.remove(listener);
  }
}
