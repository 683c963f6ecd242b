package org.hookline.dsl.prove;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hookline.model.Network;

/**
 * Judges networks in the background, each some quiet time after its last change. A newer order for
 * a file ends the one before, even while it runs.
 */
public final class ProofQueue {
  private final Prover prover;
  private final ScheduledExecutorService worker;
  private final Duration quiet;
  private final Map<String, Future<?>> pending = new HashMap<>();

  /**
   * @param worker runs the proofs; interrupts reach them
   * @param quiet how long a text has to stay as it is
   */
  public ProofQueue(Prover prover, ScheduledExecutorService worker, Duration quiet) {
    this.prover = prover;
    this.worker = worker;
    this.quiet = quiet;
  }

  /**
   * Something to be judged.
   *
   * @param file a newer order for the same one replaces this
   * @param done is told what came of it, on the worker's thread, unless it was replaced
   */
  public record Order(String file, NetworkTexts texts, Network network, Consumer<Proof> done) {}

  /** Judges after the quiet time; at once what is known already. */
  public synchronized void add(Order order) {
    forget(order.file());
    long delay = prover.known(order.texts(), order.network()).isPresent() ? 0 : quiet.toMillis();
    pending.put(order.file(), worker.schedule(() -> run(order), delay, TimeUnit.MILLISECONDS));
  }

  /** Nobody wants to know about this file any more. */
  public synchronized void forget(String file) {
    Future<?> before = pending.remove(file);
    if (before != null) {
      before.cancel(true);
    }
  }

  private void run(Order order) {
    Proof proof;
    try {
      proof =
          new Proof.Judged(
              prover.prove(order.texts(), order.network(), Thread.currentThread()::isInterrupted));
    } catch (CancellationException replaced) {
      return;
    } catch (RuntimeException bug) {
      proof = new Proof.Failed(bug.toString());
    }
    order.done().accept(proof);
  }
}
