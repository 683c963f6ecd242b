package org.hookline.dsl.ide.hover;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.lower.Origins;
import org.hookline.source.Origin;

/**
 * Where the mouse rests.
 *
 * @param word the visible word there
 * @param element the innermost element that the word belongs to
 * @param mention when the word, or the part of it under the mouse, is a name
 */
record HoverPlace(ILeafNode word, EObject element, Optional<Mention> mention, LoweredFile network) {

  /** The element of this kind that the word stands in. */
  <T extends EObject> Optional<T> in(Class<T> kind) {
    return Optional.ofNullable(EcoreUtil2.getContainerOfType(element, kind));
  }

  /** Where an element is written, as records remember it. */
  Origin origin(EObject written) {
    return new Origins(network.names()::of).whole(written);
  }

  /** All words of an element. */
  static TextSpan span(EObject written) {
    return TextSpan.of(NodeModelUtils.findActualNodeFor(written));
  }
}
