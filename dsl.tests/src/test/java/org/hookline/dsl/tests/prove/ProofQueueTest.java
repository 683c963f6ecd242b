package org.hookline.dsl.tests.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hookline.dsl.prove.NetworkTexts;
import org.hookline.dsl.prove.Proof;
import org.hookline.dsl.prove.ProofQueue;
import org.hookline.dsl.prove.Prover;
import org.hookline.model.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proofs in the background: the newest text of each file, once. */
class ProofQueueTest {
  private static final Network NOTHING =
      new Network(List.of(), List.of(), Optional.empty(), List.of(), List.of());

  private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(1);
  private final Prover prover = new Prover();
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    worker.shutdownNow();
  }

  @Test
  void aNewerTextReplacesTheOneBefore() throws InterruptedException {
    ProofQueue queue = new ProofQueue(prover, worker, Duration.ofMillis(50));
    queue.add(order("a.hkl", "old"));
    queue.add(order("a.hkl", "new"));
    queue.add(order("b.hkl", "other"));
    List<String> answers = new ArrayList<>();
    answers.add(next());
    answers.add(next());
    assertThat(answers).containsExactlyInAnyOrder("new", "other");
  }

  @Test
  void whatIsKnownNeedsNoQuietTime() throws InterruptedException {
    prover.prove(texts("known"), NOTHING, () -> false);
    ProofQueue queue = new ProofQueue(prover, worker, Duration.ofDays(1));
    queue.add(order("a.hkl", "known"));
    assertThat(next()).isEqualTo("known");
  }

  @Test
  void aForgottenFileIsNotJudged() throws InterruptedException {
    ProofQueue queue = new ProofQueue(prover, worker, Duration.ofMillis(50));
    queue.add(order("a.hkl", "gone"));
    queue.forget("a.hkl");
    queue.add(order("b.hkl", "there"));
    assertThat(next()).isEqualTo("there");
    assertThat(done).isEmpty();
  }

  private String next() throws InterruptedException {
    return done.poll(60, TimeUnit.SECONDS);
  }

  private ProofQueue.Order order(String file, String text) {
    return new ProofQueue.Order(file, texts(text), NOTHING, proof -> told(text, proof));
  }

  private void told(String text, Proof proof) {
    assertThat(proof).isInstanceOf(Proof.Judged.class);
    done.add(text);
  }

  private static NetworkTexts texts(String text) {
    return new NetworkTexts(Map.of("main.hkl", text));
  }
}
