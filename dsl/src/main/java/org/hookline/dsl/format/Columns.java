package org.hookline.dsl.format;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.hookline.AddressSetDeclaration;
import org.hookline.dsl.hookline.Attachment;
import org.hookline.dsl.hookline.HooklinePackage;
import org.hookline.dsl.hookline.InterfaceDeclaration;
import org.hookline.dsl.hookline.MarkDeclaration;
import org.hookline.dsl.hookline.PolicyRuleEntry;
import org.hookline.dsl.hookline.PublishPolicy;
import org.hookline.dsl.hookline.SegmentDeclaration;
import org.hookline.dsl.hookline.ServiceDeclaration;
import org.hookline.dsl.hookline.TableDeclaration;
import org.hookline.dsl.hookline.VlanKind;
import org.hookline.dsl.hookline.util.HooklineSwitch;

/**
 * Where the columns of neighbouring lines begin: as offsets of words, 0 for a column that a line
 * does not have. Elements without columns have an empty list.
 */
final class Columns extends HooklineSwitch<List<Integer>> {
  private static final HooklinePackage HKL = HooklinePackage.eINSTANCE;
  private static final int NONE = 0;

  static List<Integer> of(EObject item) {
    return new Columns().doSwitch(item);
  }

  @Override
  public List<Integer> caseInterfaceDeclaration(InterfaceDeclaration element) {
    int on = element.getKind() instanceof VlanKind vlan ? keyword(vlan, "on") : NONE;
    return List.of(first(element, HKL.getInterfaceDeclaration_Kind()), on, keyword(element, "{"));
  }

  @Override
  public List<Integer> caseTableDeclaration(TableDeclaration element) {
    return List.of(first(element, HKL.getTableDeclaration_Number()), keyword(element, "{"));
  }

  @Override
  public List<Integer> casePolicyRuleEntry(PolicyRuleEntry element) {
    boolean labelled = element.getPreference() != null;
    int selectors = first(element, HKL.getPolicyRuleEntry_Selectors());
    int not = keyword(element, "not");
    int action = first(element, HKL.getPolicyRuleEntry_Action());
    return List.of(labelled ? not == NONE ? selectors : not : NONE, action);
  }

  @Override
  public List<Integer> casePublishPolicy(PublishPolicy element) {
    return List.of(first(element, HKL.getPublishPolicy_Service()), keyword(element, "to"));
  }

  @Override
  public List<Integer> caseAddressSetDeclaration(AddressSetDeclaration element) {
    return List.of(keyword(element, "="));
  }

  @Override
  public List<Integer> caseServiceDeclaration(ServiceDeclaration element) {
    return List.of(keyword(element, "="));
  }

  @Override
  public List<Integer> caseMarkDeclaration(MarkDeclaration element) {
    return List.of(keyword(element, "="));
  }

  @Override
  public List<Integer> caseSegmentDeclaration(SegmentDeclaration element) {
    return List.of(keyword(element, "{"));
  }

  @Override
  public List<Integer> caseAttachment(Attachment element) {
    return List.of(keyword(element, "gateway"), keyword(element, "{"));
  }

  @Override
  public List<Integer> defaultCase(EObject element) {
    return List.of();
  }

  private static int first(EObject element, EStructuralFeature feature) {
    List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
    return nodes.isEmpty() ? NONE : nodes.get(0).getTextRegion().getOffset();
  }

  /** The first time that an element itself, and nothing inside it, says this word. */
  private static int keyword(EObject element, String keyword) {
    for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(element).getLeafNodes()) {
      if (leaf.getText().equals(keyword)
          && !leaf.isHidden()
          && NodeModelUtils.findActualSemanticObjectFor(leaf) == element) {
        return leaf.getOffset();
      }
    }
    return NONE;
  }
}
