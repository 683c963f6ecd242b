package org.hookline.check.set;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import jdd.bdd.BDD;
import org.junit.jupiter.api.Test;

/** JDD is an older package for decision diagrams, written by others. */
class DiagramsAgainstJddTest {
  private static final long SEED = 4711;
  private static final int VARIABLES = 14;
  private static final int FORMULAS = 400;

  private final Diagrams diagrams = new Diagrams();
  private final BDD jdd = new BDD(100_000, 10_000);
  private final int[] jddVariables = new int[VARIABLES];

  private RandomFormula.Operations jddOperations() {
    for (int i = 0; i < VARIABLES; i++) {
      jddVariables[i] = jdd.createVar();
    }
    return new RandomFormula.Operations() {
      @Override
      public int literal(int variable) {
        return jddVariables[variable];
      }

      @Override
      public int not(int f) {
        return jdd.ref(jdd.not(f));
      }

      @Override
      public int and(int f, int g) {
        return jdd.ref(jdd.and(f, g));
      }

      @Override
      public int or(int f, int g) {
        return jdd.ref(jdd.or(f, g));
      }

      @Override
      public int ifThenElse(int f, int g, int h) {
        return jdd.ref(jdd.ite(f, g, h));
      }
    };
  }

  @Test
  void randomFormulasHaveTheSameModelsNodesAndEqualities() {
    System.out.println("Diagrams against JDD, seed " + SEED);
    RandomFormula.Operations theirs = jddOperations();
    RandomFormula.Operations ours = RandomFormula.of(diagrams);
    SplittableRandom random = new SplittableRandom(SEED);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < FORMULAS; i++) {
      long seed = random.nextLong();
      int depth = 2 + random.nextInt(6);
      int mine = new RandomFormula(seed, VARIABLES).build(depth, ours);
      int other = new RandomFormula(seed, VARIABLES).build(depth, theirs);
      assertThat(models(mine)).as("models, formula %d", i).isEqualTo(jdd.satCount(other));
      assertThat(nodes(mine)).as("nodes, formula %d", i).isEqualTo(jdd.nodeCount(other));
      quantifyTheSame(mine, other, random);
      pairs.add(new int[] {mine, other});
    }
    for (int[] one : pairs) {
      for (int[] two : pairs) {
        assertThat(one[0] == two[0]).isEqualTo(one[1] == two[1]);
      }
    }
  }

  private void quantifyTheSame(int mine, int other, SplittableRandom random) {
    BitSet variables = new BitSet();
    int cube = 1;
    for (int i = 0; i < VARIABLES; i++) {
      if (random.nextInt(3) == 0) {
        variables.set(i);
        cube = jdd.ref(jdd.and(cube, jddVariables[i]));
      }
    }
    Quantifier quantifier = new Quantifier(diagrams, variables);
    assertThat(models(quantifier.exists(mine))).isEqualTo(jdd.satCount(jdd.exists(other, cube)));
    assertThat(models(quantifier.all(mine))).isEqualTo(jdd.satCount(jdd.forall(other, cube)));
  }

  private double models(int f) {
    int count = 0;
    for (int number = 0; number < 1 << VARIABLES; number++) {
      Assignment values = new Assignment();
      values.set(new Block(0, VARIABLES), number);
      count += diagrams.holds(f, values) ? 1 : 0;
    }
    return count;
  }

  private int nodes(int f) {
    BitSet seen = new BitSet();
    count(f, seen);
    return seen.cardinality();
  }

  private void count(int f, BitSet seen) {
    if (!diagrams.isTerminal(f) && !seen.get(f)) {
      seen.set(f);
      count(diagrams.low(f), seen);
      count(diagrams.high(f), seen);
    }
  }
}
