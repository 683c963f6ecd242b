package org.hookline.dsl.ide.quickfix;

import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.xtext.CurrentTypeFinder;

/** A name in a text that refers to nothing. */
record UnknownName(String name, EObject element, EReference reference) {

  static Optional<UnknownName> at(FixPlace place, CurrentTypeFinder types) {
    INode node = place.word().orElse(null);
    while (node != null && !(node.getGrammarElement() instanceof CrossReference)) {
      node = node.getParent();
    }
    if (node == null) {
      return Optional.empty();
    }
    CrossReference written = (CrossReference) node.getGrammarElement();
    EClassifier type = types.findCurrentTypeAfter(written);
    EObject element = NodeModelUtils.findActualSemanticObjectFor(node);
    EReference reference =
        type instanceof EClass owner ? GrammarUtil.getReference(written, owner) : null;
    return reference == null
        ? Optional.empty()
        : Optional.of(new UnknownName(NodeModelUtils.getTokenText(node), element, reference));
  }
}
