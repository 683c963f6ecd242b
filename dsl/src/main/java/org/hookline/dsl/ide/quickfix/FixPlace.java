package org.hookline.dsl.ide.quickfix;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.text.TextSpan;

/**
 * Where help is wanted.
 *
 * @param code of the problem; empty when the user asks without one
 * @param span the words of the problem, or the cursor
 * @param cancelled whether nobody waits for the answer any more
 */
record FixPlace(
    XtextResource file,
    LoweredFile network,
    String code,
    TextSpan span,
    BooleanSupplier cancelled) {

  URI uri() {
    return file.getURI();
  }

  String text() {
    return file.getParseResult().getRootNode().getText();
  }

  /** The words of the problem. */
  String words() {
    return span.in(text());
  }

  /** The first word of the span. */
  Optional<ILeafNode> word() {
    return Optional.ofNullable(
        NodeModelUtils.findLeafNodeAtOffset(file.getParseResult().getRootNode(), span.offset()));
  }

  /** The innermost element at the place. */
  Optional<EObject> element() {
    return word().map(NodeModelUtils::findActualSemanticObjectFor);
  }

  /** The element of this kind that the place is in. */
  <T extends EObject> Optional<T> in(Class<T> kind) {
    return element().map(element -> EcoreUtil2.getContainerOfType(element, kind));
  }
}
