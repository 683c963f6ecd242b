package org.hookline.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Pieces of work that know nothing of each other, done by all processors at once; whoever asks sees
 * them one after another.
 */
final class SideBySide {
  private static final int MOST_WORKERS = 4;

  /** Bytes that the arena of diagrams of one worker may take. */
  private static final long ARENA = 512L << 20;

  private SideBySide() {}

  /**
   * The results, in the order of the pieces. The caller works as well.
   *
   * @param progress is told each piece by the caller's thread, before its result is waited for;
   *     what it throws ends all work
   * @throws CancellationException when the caller is interrupted
   * @throws RuntimeException what the work on the first bad piece threw
   */
  static <T, R> List<R> of(List<T> pieces, Consumer<T> progress, Function<T, R> work) {
    List<FutureTask<R>> tasks =
        pieces.stream().map(piece -> new FutureTask<>(() -> work.apply(piece))).toList();
    try {
      help(tasks);
      List<R> results = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        progress.accept(pieces.get(i));
        tasks.get(i).run();
        results.add(result(tasks.get(i)));
      }
      return results;
    } finally {
      tasks.forEach(task -> task.cancel(true));
    }
  }

  /** As many as there are processors, and room for their diagrams. */
  static int workers() {
    Runtime machine = Runtime.getRuntime();
    long room = Math.max(1, machine.maxMemory() / ARENA);
    return (int) Math.min(room, Math.min(machine.availableProcessors(), MOST_WORKERS));
  }

  /**
   * Starts who else works: each takes the last piece that nobody has begun, while the caller, who
   * waits for each result in turn, comes from the front and meets them only once.
   */
  private static void help(List<? extends FutureTask<?>> tasks) {
    List<FutureTask<?>> backwards = new ArrayList<>(tasks);
    Collections.reverse(backwards);
    for (int i = 1; i < Math.min(workers(), tasks.size()); i++) {
      Thread helper = new Thread(() -> backwards.forEach(FutureTask::run), "helper " + i);
      helper.setDaemon(true);
      helper.start();
    }
  }

  private static <R> R result(FutureTask<R> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("nobody waits for the verdict any more");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    }
  }
}
