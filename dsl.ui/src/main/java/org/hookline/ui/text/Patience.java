package org.hookline.ui.text;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;

/** Waits for an answer, but not for long: whoever asked goes on without it. */
public final class Patience {
  /** On a thread of its own, where nobody but the asker waits. */
  public static final Duration ASIDE = Duration.ofSeconds(10);

  /** On the user interface's thread, where the user waits for what was asked for. */
  public static final Duration ON_SCREEN = Duration.ofMillis(1500);

  private Patience() {}

  /** The answer; nothing when it is late, or when asking failed. */
  public static <T> Optional<T> await(CompletableFuture<T> answer, Duration patience) {
    try {
      return Optional.ofNullable(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      answer.cancel(true);
      return Optional.empty();
    } catch (InterruptedException stop) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      ILog.of(Patience.class).error("The language service failed", e.getCause());
      return Optional.empty();
    }
  }
}
