package org.hookline.dsl.rules;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Which feature of the grammar a value was written as. */
final class Written {
  private Written() {}

  /** The literal of an operand stands where the grammar has the name; see OperandLinker. */
  static EStructuralFeature as(EObject element, EAttribute attribute) {
    return attribute.getName().equals("literal")
        ? element.eClass().getEAllReferences().get(0)
        : attribute;
  }
}
