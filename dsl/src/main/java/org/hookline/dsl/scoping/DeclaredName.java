package org.hookline.dsl.scoping;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** The name that a declaration gives to itself. */
public final class DeclaredName {
  private DeclaredName() {}

  /** Null when the element has none, as in a text that is being written. */
  public static String of(EObject element) {
    EStructuralFeature name = element.eClass().getEStructuralFeature("name");
    return name == null ? null : (String) element.eGet(name);
  }
}
