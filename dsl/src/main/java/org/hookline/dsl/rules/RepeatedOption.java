package org.hookline.dsl.rules;

import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.hookline.HooklinePackage;

/** An option that is written twice, of which only the last would count. */
final class RepeatedOption implements TreeRule<EObject> {
  static final String CODE = "repeated-option";

  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  /** Entries whose options stand in any order. */
  private static final List<EClass> TYPES =
      List.of(
          HKL.getRouteEntry(),
          HKL.getNextHopEntry(),
          HKL.getAttachment(),
          HKL.getInterfaceAddressEntry(),
          HKL.getPortVlan(),
          HKL.getLookupVerdict(),
          HKL.getPublishPolicy(),
          HKL.getEndpointAction());

  @Override
  public Class<EObject> type() {
    return EObject.class;
  }

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public void check(EObject element, Findings findings) {
    if (!TYPES.contains(element.eClass())) {
      return;
    }
    for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
      if (!feature.isMany() && NodeModelUtils.findNodesForFeature(element, feature).size() > 1) {
        findings
            .at(element, feature, 1)
            .error(CODE, "this option is written already", "once; take one of them away");
      }
    }
  }
}
