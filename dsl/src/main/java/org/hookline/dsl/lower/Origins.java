package org.hookline.dsl.lower;

import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.LineAndColumn;
import org.hookline.dsl.scoping.KernelLibrary;
import org.hookline.source.Origin;

/** Where the elements of a text stand. */
public final class Origins {
  private final Function<URI, String> names;

  /**
   * @param names the path of a file as the user named it
   */
  public Origins(Function<URI, String> names) {
    this.names = names;
  }

  /** The path of a file as the user named it. */
  public String file(URI uri) {
    return names.apply(uri);
  }

  /** The name of a declaration, or all words of any other element. */
  public Origin of(EObject element) {
    EStructuralFeature name = element.eClass().getEStructuralFeature("name");
    return name == null ? whole(element) : of(element, name);
  }

  /** All words of an element. */
  public Origin whole(EObject element) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    return node == null ? unwritten(element) : of(element, node);
  }

  /** Nobody's words, except that an empty file is the user's. */
  private Origin unwritten(EObject element) {
    boolean emptyFile = element.eContainer() == null && element.eResource() != null;
    return emptyFile ? new Origin(file(element.eResource().getURI()), 1, 1, 0) : Origin.NONE;
  }

  /** The words of one feature; of the whole element when it is not written. */
  public Origin of(EObject element, EStructuralFeature feature) {
    return of(element, feature, 0);
  }

  /** The words of one value of a feature. */
  public Origin of(EObject element, EStructuralFeature feature, int index) {
    List<INode> nodes = NodeModelUtils.findNodesForFeature(element, feature);
    return nodes.isEmpty()
        ? whole(element)
        : of(element, nodes.get(Math.min(index, nodes.size() - 1)));
  }

  private Origin of(EObject element, INode node) {
    if (KernelLibrary.contains(element)) {
      return Origin.NONE;
    }
    ITextRegion region = node.getTextRegion();
    LineAndColumn start = NodeModelUtils.getLineAndColumn(node, region.getOffset());
    String file = file(element.eResource().getURI());
    return new Origin(file, start.getLine(), start.getColumn(), region.getLength());
  }

  /** An element as it is written, blanks and comments reduced to one blank. */
  public static String text(EObject element) {
    ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
    return node == null ? "" : NodeModelUtils.getTokenText(node);
  }
}
