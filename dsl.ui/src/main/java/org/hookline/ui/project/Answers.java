package org.hookline.ui.project;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;

/** Waits for the brain in a job, where it may take long and be cancelled. */
public final class Answers {
  private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

  private Answers() {}

  /**
   * The answer.
   *
   * @throws OperationCanceledException when the user cancels
   * @throws CoreException when the brain failed
   */
  public static <T> T await(CompletableFuture<T> answer, IProgressMonitor monitor)
      throws CoreException {
    while (true) {
      if (monitor.isCanceled()) {
        answer.cancel(true);
        throw new OperationCanceledException();
      }
      try {
        return answer.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        continue;
      } catch (InterruptedException stop) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new OperationCanceledException();
      } catch (ExecutionException e) {
        throw new CoreException(Status.error("The language service failed", e.getCause()));
      }
    }
  }
}
