package org.hookline.dsl.lower;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.scoping.PortName;
import org.hookline.model.Port;

/** Interfaces that are named with their host. */
final class Ports {
  private Ports() {}

  /** The port that a single-valued reference was written as. */
  static Port of(EObject element, EReference reference) {
    return of(element, reference, 0);
  }

  /** An interface amended into a host has another container, so the text is asked for the host. */
  static Port of(EObject element, EReference reference, int index) {
    return PortName.parse(
        NodeModelUtils.getTokenText(
            NodeModelUtils.findNodesForFeature(element, reference).get(index)));
  }
}
