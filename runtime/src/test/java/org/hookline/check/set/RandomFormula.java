package org.hookline.check.set;

import java.util.SplittableRandom;

/** Builds the same random function in two ways, bit by bit the same decisions. */
final class RandomFormula {
  private final SplittableRandom random;
  private final int variables;

  RandomFormula(long seed, int variables) {
    this.random = new SplittableRandom(seed);
    this.variables = variables;
  }

  /** The operations of a package for decision diagrams. */
  interface Operations {
    int literal(int variable);

    int not(int f);

    int and(int f, int g);

    int or(int f, int g);

    int ifThenElse(int f, int g, int h);
  }

  int build(int depth, Operations in) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return in.literal(random.nextInt(variables));
    }
    switch (random.nextInt(5)) {
      case 0:
        return in.not(build(depth - 1, in));
      case 1:
      case 2:
        return in.and(build(depth - 1, in), build(depth - 1, in));
      case 3:
        return in.or(build(depth - 1, in), build(depth - 1, in));
      default:
        return in.ifThenElse(build(depth - 1, in), build(depth - 1, in), build(depth - 1, in));
    }
  }

  /** The operations of our own diagrams. */
  static Operations of(Diagrams diagrams) {
    return new Operations() {
      @Override
      public int literal(int variable) {
        return diagrams.literal(variable);
      }

      @Override
      public int not(int f) {
        return diagrams.not(f);
      }

      @Override
      public int and(int f, int g) {
        return diagrams.and(f, g);
      }

      @Override
      public int or(int f, int g) {
        return diagrams.or(f, g);
      }

      @Override
      public int ifThenElse(int f, int g, int h) {
        return diagrams.ifThenElse(f, g, h);
      }
    };
  }
}
