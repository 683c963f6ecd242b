package org.hookline.check.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiagramsTest {
  private final Diagrams diagrams = new Diagrams();

  @Test
  void aConditionMayChooseBetweenManyTerminals() {
    int x = diagrams.literal(0);
    int y = diagrams.literal(1);
    int many =
        diagrams.ifThenElse(
            x, diagrams.terminal(5), diagrams.ifThenElse(y, diagrams.terminal(7), Diagrams.FALSE));
    int only = diagrams.ifThenElse(y, many, Diagrams.FALSE);

    assertThat(terminal(many, false, false)).isEqualTo(0);
    assertThat(terminal(many, false, true)).isEqualTo(7);
    assertThat(terminal(many, true, false)).isEqualTo(5);
    assertThat(terminal(only, true, false)).isEqualTo(0);
    assertThat(terminal(only, true, true)).isEqualTo(5);
  }

  private int terminal(int f, boolean x, boolean y) {
    Assignment values = new Assignment();
    values.set(0, x);
    values.set(1, y);
    return diagrams.valueOf(diagrams.terminalAt(f, values));
  }

  @Test
  void equalFunctionsAreTheSameNumberHoweverTheyWereBuilt() {
    int x = diagrams.literal(3);
    int y = diagrams.literal(1);
    int z = diagrams.literal(2);
    int one = diagrams.or(diagrams.and(x, y), diagrams.and(x, z));
    int other = diagrams.and(x, diagrams.or(z, y));
    assertThat(one).isEqualTo(other);
    assertThat(diagrams.not(diagrams.not(one))).isEqualTo(one);
    assertThat(diagrams.minus(one, y)).isEqualTo(diagrams.and(one, diagrams.not(y)));
    assertThat(diagrams.equal(x, y)).isEqualTo(diagrams.not(diagrams.equal(x, diagrams.not(y))));
    assertThat(diagrams.either(List.of(x, y, z))).isEqualTo(diagrams.or(x, diagrams.or(y, z)));
  }

  @Test
  void anArenaGrowsUntilItsLimit() {
    Diagrams small = new Diagrams(1 << 14);
    Vectors vectors = new Vectors(small);
    Vec a = vectors.variables(new Block(0, 20));
    Vec b = vectors.variables(new Block(20, 20));
    assertThatExceptionOfType(TooManyNodes.class)
        .isThrownBy(() -> vectors.same(a, b, -1, Diagrams.TRUE));
    assertThat(small.count()).isEqualTo(1 << 14);
  }

  @Test
  void theSupportIsWhatAFunctionReallyDependsOn() {
    int x = diagrams.literal(1);
    int y = diagrams.literal(200);
    int absorbed = diagrams.or(x, diagrams.and(x, y));
    assertThat(diagrams.support(absorbed)).isEqualTo(bits(1));
    assertThat(diagrams.support(diagrams.equal(x, y))).isEqualTo(bits(1, 200));
  }

  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  @Test
  void whatIsForcedHasOneTruthInEveryModel() {
    long seed = 99;
    System.out.println("Forced variables, seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    int forcedVariables = 0;
    for (int round = 0; round < 200; round++) {
      int f = new RandomFormula(random.nextLong(), 9).build(4, RandomFormula.of(diagrams));
      if (f == Diagrams.FALSE) {
        continue;
      }
      Forced forced = new Forced(diagrams, f, List.of(new Block(0, 9)));
      for (int variable = 0; variable < 9; variable++) {
        int literal = diagrams.literal(variable);
        assertThat(forced.isTrue(variable)).isEqualTo(diagrams.minus(f, literal) == Diagrams.FALSE);
        assertThat(forced.isFalse(variable)).isEqualTo(diagrams.and(f, literal) == Diagrams.FALSE);
        forcedVariables += forced.isTrue(variable) || forced.isFalse(variable) ? 1 : 0;
      }
    }
    assertThat(forcedVariables).isGreaterThan(100);
  }
}
