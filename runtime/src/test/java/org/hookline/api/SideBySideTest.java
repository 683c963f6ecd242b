package org.hookline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
  private static final List<Integer> PIECES = IntStream.range(0, 50).boxed().toList();

  @Test
  void theResultsComeInTheOrderOfThePiecesAndEachIsWorkedOnOnce() {
    AtomicInteger worked = new AtomicInteger();
    List<Integer> told = new ArrayList<>();
    List<Integer> results =
        SideBySide.of(
            PIECES,
            told::add,
            piece -> {
              worked.incrementAndGet();
              return piece * piece;
            });
    assertThat(results).isEqualTo(PIECES.stream().map(p -> p * p).toList());
    assertThat(told).isEqualTo(PIECES);
    assertThat(worked).hasValue(PIECES.size());
  }

  @Test
  void twoPiecesAreWorkedOnAtOnceWhereThereIsRoomForTwo() {
    if (SideBySide.workers() == 1) {
      assertThat(SideBySide.of(PIECES, p -> {}, p -> p)).isEqualTo(PIECES);
      return;
    }
    CyclicBarrier both = new CyclicBarrier(2);
    List<Integer> met =
        SideBySide.of(
            List.of(1, 2),
            p -> {},
            p -> {
              try {
                return both.await(30, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException("the other one never came", e);
              }
            });
    assertThat(met).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void whatTheFirstBadPieceThrowsIsThrownAsItIs() {
    IllegalStateException bug = new IllegalStateException("the third");
    assertThatThrownBy(
            () ->
                SideBySide.of(
                    PIECES,
                    p -> {},
                    p -> {
                      if (p == 2) {
                        throw bug;
                      }
                      if (p > 2) {
                        throw new IllegalArgumentException("a later one");
                      }
                      return p;
                    }))
        .isSameAs(bug);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    assertThatThrownBy(
            () ->
                SideBySide.of(
                    PIECES,
                    p -> {},
                    p -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void whoeverIsToldMayEndAllWork() {
    List<Integer> told = new ArrayList<>();
    assertThatThrownBy(
            () ->
                SideBySide.of(
                    PIECES,
                    piece -> {
                      told.add(piece);
                      if (piece == 3) {
                        throw new CancellationException("enough");
                      }
                    },
                    p -> p))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");
    assertThat(told).containsExactly(0, 1, 2, 3);
  }

  @Test
  void anInterruptedCallerWaitsForNobodyAndStaysInterrupted() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    List<Throwable> ends = new ArrayList<>();
    List<Boolean> flags = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                SideBySide.of(List.of(1, 2), p -> {}, p -> endless(begun));
              } catch (CancellationException end) {
                ends.add(end);
                flags.add(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join();
    assertThat(ends).hasSize(1);
    assertThat(flags).containsExactly(true);
  }

  /** Works until it is interrupted, as an exploration does. */
  private static int endless(CountDownLatch begun) {
    begun.countDown();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    throw new CancellationException("interrupted");
  }
}
