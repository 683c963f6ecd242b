package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.hookline.dsl.reference.Meanings;

/** Any other word: what the element is that it belongs to, and which part of it the word is. */
final class ElementHover implements HoverPart {
  private final Meanings meanings;

  @Inject
  ElementHover(Meanings meanings) {
    this.meanings = meanings;
  }

  @Override
  public Optional<Hovered> at(HoverPlace place) {
    return meanings
        .documentation(place.element().eClass())
        .map(
            text ->
                new Hovered(
                    HoverPlace.span(place.element()),
                    text
                        + part(place)
                            .map(p -> "\n\n`" + place.word().getText() + "`: " + p)
                            .orElse("")));
  }

  /** What the feature is that the word was written for. */
  private Optional<String> part(HoverPlace place) {
    for (INode node = place.word(); node != null; node = node.getParent()) {
      EObject grammar = node.getGrammarElement();
      Assignment assignment =
          grammar == null ? null : EcoreUtil2.getContainerOfType(grammar, Assignment.class);
      if (assignment != null) {
        EStructuralFeature feature =
            place.element().eClass().getEStructuralFeature(assignment.getFeature());
        return Optional.ofNullable(feature).flatMap(meanings::documentation);
      }
      if (node.hasDirectSemanticElement()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
