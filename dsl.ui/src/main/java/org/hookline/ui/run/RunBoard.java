package org.hookline.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the Checks view shows: the files of the last run, or of the editor that is followed. */
public final class RunBoard {
  private static final RunBoard ONLY = new RunBoard();

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<FileRun> runs = List.of();

  private RunBoard() {}

  public static RunBoard get() {
    return ONLY;
  }

  public List<FileRun> runs() {
    return runs;
  }

  /** Shows these and nothing else. */
  public void show(List<FileRun> shown) {
    synchronized (this) {
      runs = List.copyOf(shown);
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
