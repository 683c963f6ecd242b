package org.hookline.check.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Each operation, at each value of the variables, does what arithmetic does. */
class VectorsTest {
  private static final int VARIABLES = 8;

  private final Diagrams diagrams = new Diagrams();
  private final Vectors vectors = new Vectors(diagrams);

  /** Some bits constant, some variables, some functions. */
  private Vec random(SplittableRandom random, int width) {
    Vec vec = vectors.value(width, random.nextLong());
    if (random.nextInt(5) == 0) {
      return vec;
    }
    for (int i = 0; i < 3; i++) {
      int condition =
          new RandomFormula(random.nextLong(), VARIABLES).build(2, RandomFormula.of(diagrams));
      vec = vectors.ifThenElse(condition, vectors.value(width, random.nextLong()), vec);
    }
    Vec inputs = vectors.variables(new Block(0, Math.min(width, VARIABLES)));
    return vectors.mix(vec, inputs, random.nextLong() & 0xff);
  }

  @RepeatedTest(60)
  void operationsAreArithmetic(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int width = 1 + random.nextInt(12);
    Vec a = random(random, width);
    Vec b = random(random, random.nextBoolean() ? width : 1 + random.nextInt(12));
    long mask = random.nextLong() & 0xfff;
    long number = random.nextInt(1 << 12);
    long low = random.nextInt(1 << 12);
    long high = low + random.nextInt(1 << 10);
    int under =
        new RandomFormula(random.nextLong(), VARIABLES).build(2, RandomFormula.of(diagrams));

    int masked = vectors.masked(a, number, mask);
    int inRange = vectors.inRange(a, low, high);
    int same = vectors.same(a, b, mask, under);
    Vec chosen = vectors.ifThenElse(under, a, b);
    Vec mixed = vectors.mix(a, b, mask);
    Vec flipped = vectors.flip(a, mask);
    Vec less = vectors.minusOne(a);
    Vec more = vectors.plus(a, number - 2000);
    Vec cut = vectors.fit(a, 3);

    for (long point = 0; point < 1 << VARIABLES; point++) {
      Assignment values = new Assignment();
      values.set(new Block(0, VARIABLES), point);
      long x = vectors.numberAt(a, values);
      long y = vectors.numberAt(b, values);
      boolean here = diagrams.holds(under, values);
      assertThat(diagrams.holds(masked, values)).isEqualTo((x & mask) == (number & mask));
      assertThat(diagrams.holds(inRange, values)).isEqualTo(low <= x && x <= high);
      assertThat(diagrams.holds(same, values)).isEqualTo(here && (x & mask) == (y & mask));
      assertThat(vectors.numberAt(chosen, values)).isEqualTo(here ? x : y);
      assertThat(vectors.numberAt(mixed, values)).isEqualTo((x & ~mask) | (y & mask));
      assertThat(vectors.numberAt(flipped, values)).isEqualTo((x ^ mask) & (1L << width) - 1);
      assertThat(vectors.numberAt(less, values)).isEqualTo(x - 1 & (1L << width) - 1);
      assertThat(vectors.numberAt(more, values)).isEqualTo(x + number - 2000 & (1L << width) - 1);
      assertThat(vectors.numberAt(cut, values)).isEqualTo(x & 7);
    }
  }

  @Test
  void equalVectorsAreTheSameObject() {
    Vec inputs = vectors.variables(new Block(0, 8));
    for (int i = 0; i < 5000; i++) {
      assertThat(vectors.value(16, i)).isSameAs(vectors.value(16, i));
    }
    assertThat(vectors.variables(new Block(0, 8))).isSameAs(inputs);
    assertThat(vectors.flip(vectors.flip(inputs, 0x5a), 0x5a)).isSameAs(inputs);
  }
}
