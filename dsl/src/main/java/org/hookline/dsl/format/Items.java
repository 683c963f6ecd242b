package org.hookline.dsl.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.hookline.HooklinePackage;

/** The elements that stand on lines of their own, by the offset of their first word. */
final class Items {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;

  private static final List<EReference> LISTS =
      List.of(
          HKL.getNetworkFile_Imports(),
          HKL.getNetworkFile_Declarations(),
          HKL.getHostDeclaration_Elements(),
          HKL.getHostAmendment_Elements(),
          HKL.getInterfaceDeclaration_Properties(),
          HKL.getInterfaceAmendment_Properties(),
          HKL.getTableDeclaration_Entries(),
          HKL.getRuleList_Entries(),
          HKL.getPacketTableBlock_Elements(),
          HKL.getChainBlock_Entries(),
          HKL.getInternetDeclaration_Attachments(),
          HKL.getCheckDeclaration_Elements(),
          HKL.getSimulationDeclaration_Actions());

  private final Map<Integer, EObject> byOffset = new HashMap<>();

  Items(EObject root) {
    root.eAllContents().forEachRemaining(this::add);
  }

  private void add(EObject element) {
    if (LISTS.contains(element.eContainmentFeature())) {
      ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
      byOffset.put(node.getTextRegion().getOffset(), element);
    }
  }

  /** The item that begins with this leaf; null when none does. */
  EObject at(Leaf leaf) {
    return leaf.isComment() ? null : byOffset.get(leaf.offset());
  }
}
