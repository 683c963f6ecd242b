package org.hookline.check;

import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Algebra;

/** Truth as the set of opening packets (and choices) for which it holds; values as vectors. */
final class SetAlgebra implements Algebra<Integer, Vec> {
  private final Diagrams diagrams;
  private final Vectors vectors;

  SetAlgebra(Diagrams diagrams, Vectors vectors) {
    this.diagrams = diagrams;
    this.vectors = vectors;
  }

  @Override
  public Integer constant(boolean truth) {
    return truth ? Diagrams.TRUE : Diagrams.FALSE;
  }

  @Override
  public Integer not(Integer a) {
    return diagrams.not(a);
  }

  @Override
  public Integer and(Integer a, Integer b) {
    return diagrams.and(a, b);
  }

  @Override
  public Integer or(Integer a, Integer b) {
    return diagrams.or(a, b);
  }

  @Override
  public boolean isFalse(Integer a) {
    return a == Diagrams.FALSE;
  }

  @Override
  public Vec value(int width, long number) {
    return vectors.value(width, number);
  }

  @Override
  public Vec minusOne(Vec x) {
    return vectors.minusOne(x);
  }

  @Override
  public Vec plus(Vec x, long number) {
    return vectors.plus(x, number);
  }

  @Override
  public Integer masked(Vec x, long value, long mask) {
    return vectors.masked(x, value, mask);
  }

  @Override
  public Integer inRange(Vec x, long low, long high) {
    return vectors.inRange(x, low, high);
  }

  @Override
  public Integer same(Vec a, Vec b, long mask, Integer under) {
    return vectors.same(a, b, mask, under);
  }

  @Override
  public Vec ifThenElse(Integer condition, Vec then, Vec otherwise) {
    return vectors.ifThenElse(condition, then, otherwise);
  }

  @Override
  public Vec mix(Vec x, Vec y, long mask) {
    return vectors.mix(x, y, mask);
  }

  @Override
  public Vec flip(Vec x, long bits) {
    return vectors.flip(x, bits);
  }
}
