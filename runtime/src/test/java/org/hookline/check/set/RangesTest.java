package org.hookline.check.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RangesTest {

  private static Ranges random(SplittableRandom random, BitSet numbers) {
    Ranges ranges = Ranges.NONE;
    for (int i = random.nextInt(6); i > 0; i--) {
      int first = random.nextInt(60);
      int last = first + random.nextInt(8);
      ranges = ranges.union(Ranges.of(first, last));
      numbers.set(first, last + 1);
    }
    return ranges;
  }

  private static BitSet numbers(Ranges ranges) {
    BitSet numbers = new BitSet();
    for (long i = 0; i < 80; i++) {
      numbers.set((int) i, ranges.contains(i));
    }
    return numbers;
  }

  @RepeatedTest(100)
  void rangesAreSets(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    BitSet one = new BitSet();
    BitSet other = new BitSet();
    Ranges a = random(random, one);
    Ranges b = random(random, other);
    assertThat(numbers(a)).isEqualTo(one);
    Ranges union = a.union(b);
    Ranges rest = a.minus(b);
    assertThat(union).isEqualTo(b.union(a));
    assertThat(rest.union(b)).isEqualTo(union);
    one.andNot(other);
    assertThat(numbers(rest)).isEqualTo(one);
  }

  @Test
  void touchingRangesJoin() {
    assertThat(Ranges.of(1, 3).union(Ranges.of(4, 6))).isEqualTo(Ranges.of(1, 6));
    assertThat(Ranges.of(1, 6).minus(Ranges.of(3, 3))).hasToString("{1-2, 4-6}");
  }
}
