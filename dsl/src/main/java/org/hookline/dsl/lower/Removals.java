package org.hookline.dsl.lower;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.dsl.problem.Problems;

/** A {@code without} or an amendment that finds nothing, as {@code ip … del} would fail too. */
public final class Removals {
  /** Code of the help page. */
  public static final String CODE = "nothing-to-remove";

  private final Origins origins;
  private final Problems problems;

  Removals(Origins origins, Problems problems) {
    this.origins = origins;
    this.problems = problems;
  }

  /** Nothing that is written before matches this element. */
  void nothing(EObject removal) {
    problems.error(
        CODE,
        origins.whole(removal),
        "there is nothing like this to take away",
        "write it as it was added, all parts of it; a policy rule may also be named by its preference");
  }

  void nothing(EObject removal, EStructuralFeature feature, int index) {
    problems.error(
        CODE,
        origins.of(removal, feature, index),
        "there is nothing like this to take away",
        "write it as it was added");
  }

  /** What the element refers to has been taken away before. */
  void gone(EObject element, EStructuralFeature feature) {
    problems.error(
        CODE,
        origins.of(element, feature),
        "this was taken away before",
        "an amendment can change only what is still there");
  }
}
