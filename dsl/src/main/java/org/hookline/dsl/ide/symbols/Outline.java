package org.hookline.dsl.ide.symbols;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.NatPolicy;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.network.PlainRules;
import org.hookline.dsl.ide.text.TextSpan;

/** A file as a tree: declarations, what hosts consist of, and the plain rules behind a policy. */
@Singleton
public class Outline {
  private static final int LONGEST = 100;

  private final LoweredFiles networks;

  @Inject
  public Outline(LoweredFiles networks) {
    this.networks = networks;
  }

  /** In the order of the text. */
  public List<Symbol> of(XtextResource file) {
    LoweredFile lowered = networks.of(file);
    return children(file.getContents().get(0), lowered);
  }

  private static List<Symbol> children(EObject element, LoweredFile lowered) {
    if (element instanceof NatPolicy policy) {
      return rules(policy, lowered);
    }
    return element.eContents().stream()
        .filter(OutlineLabels::isShown)
        .filter(child -> NodeModelUtils.findActualNodeFor(child) != null)
        .map(child -> symbol(child, lowered))
        .toList();
  }

  private static Symbol symbol(EObject element, LoweredFile lowered) {
    TextSpan whole = TextSpan.of(NodeModelUtils.findActualNodeFor(element));
    return new Symbol(
        shortened(OutlineLabels.label(element)),
        shortened(OutlineLabels.detail(element)),
        element.eClass(),
        whole,
        name(element, whole),
        children(element, lowered));
  }

  /** The name; of elements without one, the first word. */
  private static TextSpan name(EObject element, TextSpan whole) {
    EStructuralFeature name = element.eClass().getEStructuralFeature("name");
    List<INode> nodes =
        name == null ? List.of() : NodeModelUtils.findNodesForFeature(element, name);
    if (!nodes.isEmpty()) {
      return TextSpan.of(nodes.get(0));
    }
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    for (INode leaf : node.getLeafNodes()) {
      if (leaf.getOffset() >= whole.offset()) {
        return TextSpan.of(leaf);
      }
    }
    return whole;
  }

  private static List<Symbol> rules(NatPolicy policy, LoweredFile lowered) {
    TextSpan whole = TextSpan.of(NodeModelUtils.findActualNodeFor(policy));
    return PlainRules.of(policy, lowered).stream()
        .map(
            placed ->
                new Symbol(
                    shortened(placed.rule().nft()),
                    placed.where(),
                    policy.eClass(),
                    whole,
                    whole,
                    List.of()))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
