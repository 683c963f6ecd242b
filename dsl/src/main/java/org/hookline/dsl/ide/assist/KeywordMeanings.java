package org.hookline.dsl.ide.assist;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.hookline.dsl.reference.Meanings;
import org.hookline.dsl.reference.Reference;

/** What the element means that a keyword begins. */
final class KeywordMeanings {
  private final Meanings meanings;

  /** Read when it is asked for the first time. */
  private final Supplier<Reference> reference;

  @Inject
  KeywordMeanings(Meanings meanings, Provider<Reference> reference) {
    this.meanings = meanings;
    this.reference = Suppliers.memoize(reference::get);
  }

  /** In Markdown; empty for keywords inside of elements. */
  Optional<String> of(Keyword keyword) {
    return begun(keyword).flatMap(kind -> meanings.of(kind).or(() -> reference.get().brief(kind)));
  }

  private static Optional<EClass> begun(Keyword keyword) {
    Group group = EcoreUtil2.getContainerOfType(keyword, Group.class);
    ParserRule rule = GrammarUtil.containingParserRule(keyword);
    if (group == null || rule == null || !group.getElements().contains(keyword)) {
      return Optional.empty();
    }
    boolean acts = group.getElements().get(0) instanceof Action;
    if (group.getElements().indexOf(keyword) != (acts ? 1 : 0)) {
      return Optional.empty();
    }
    Object kind =
        acts
            ? ((Action) group.getElements().get(0)).getType().getClassifier()
            : group == rule.getAlternatives() ? rule.getType().getClassifier() : null;
    return kind instanceof EClass begun ? Optional.of(begun) : Optional.empty();
  }
}
