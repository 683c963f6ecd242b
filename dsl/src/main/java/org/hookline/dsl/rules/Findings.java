package org.hookline.dsl.rules;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hookline.addr.Malformed;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.problem.Problems;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/** Where rules on the syntax tree say what they found. */
public final class Findings {
  private final Problems problems;
  private final Origins origins;

  public Findings(Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
  }

  /** Marks one value of a feature. */
  public Place at(EObject element, EStructuralFeature feature, int index) {
    return new Place(origins.of(element, feature, index));
  }

  /** Marks a feature. */
  public Place at(EObject element, EStructuralFeature feature) {
    return at(element, feature, 0);
  }

  /** Marks the name of a declaration, or a whole element without one. */
  public Place at(EObject element) {
    return new Place(origins.of(element));
  }

  /** Where an element is written, for the text of a message. */
  public Origin origin(EObject element) {
    return origins.of(element);
  }

  /** A place that something can be said about. */
  public final class Place {
    private final Origin origin;

    private Place(Origin origin) {
      this.origin = origin;
    }

    public void error(String code, String message, String hint) {
      problems.error(code, origin, message, hint);
    }

    public void note(String code, String message, String hint) {
      problems.add(new Problem(Severity.NOTE, code, message, hint, origin));
    }

    public void malformed(Malformed word) {
      problems.malformed(word, origin);
    }
  }
}
