package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.hookline.dsl.ide.hover.Meanings;

/** What the element means that a keyword begins. */
final class KeywordMeanings {
  private final Meanings meanings;

  @Inject
  KeywordMeanings(Meanings meanings) {
    this.meanings = meanings;
  }

  /** Empty for keywords that only separate, and for elements that need no explanation. */
  Optional<String> of(Keyword keyword) {
    Group group = EcoreUtil2.getContainerOfType(keyword, Group.class);
    if (group == null || !group.getElements().contains(keyword)) {
      return Optional.empty();
    }
    EObject before = group.getElements().get(0);
    boolean begins = before instanceof Action && group.getElements().indexOf(keyword) == 1;
    return begins && ((Action) before).getType().getClassifier() instanceof EClass kind
        ? meanings.of(kind)
        : Optional.empty();
  }
}
