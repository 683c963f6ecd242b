package org.hookline.dsl.reference;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** All constructs of the language, read from its grammar. */
public final class Constructs {
  private final Map<EClass, Construct> byKind = new LinkedHashMap<>();

  @Inject
  public Constructs(IGrammarAccess access) {
    Grammar grammar = access.getGrammar();
    for (ParserRule rule : EcoreUtil2.typeSelect(grammar.getRules(), ParserRule.class)) {
      if (!rule.isFragment() && rule.getType().getClassifier() instanceof EClass kind) {
        collect(rule.getAlternatives(), kind, "");
      }
    }
  }

  /** In the order of the grammar. */
  public List<Construct> all() {
    return List.copyOf(byKind.values());
  }

  /**
   * Takes alternatives apart as long as they make different classes.
   *
   * @param before what stands before all of them
   */
  private void collect(AbstractElement element, EClass kind, String before) {
    if (element instanceof Alternatives alternatives) {
      alternatives.getElements().forEach(one -> collect(one, kind, before));
    } else if (element instanceof Group group && last(group) instanceof Alternatives choice) {
      if (EcoreUtil2.eAllOfType(choice, Action.class).isEmpty()) {
        add(group, kind, before);
      } else {
        Spelling spelling = new Spelling(kind);
        group.getElements().stream().filter(e -> e != choice).forEach(spelling::add);
        collect(choice, kind, before + spelling.text() + " ");
      }
    } else if (!(element instanceof RuleCall)) {
      add(element, kind, before);
    }
  }

  private static AbstractElement last(Group group) {
    return group.getElements().get(group.getElements().size() - 1);
  }

  private void add(AbstractElement element, EClass ofRule, String before) {
    EClass kind =
        EcoreUtil2.eAllOfType(element, Action.class).stream()
            .findFirst()
            .<EClassifier>map(action -> action.getType().getClassifier())
            .map(EClass.class::cast)
            .orElse(ofRule);
    Spelling spelling = new Spelling(kind);
    spelling.add(element);
    Construct known = byKind.getOrDefault(kind, new Construct(kind, List.of(), Map.of()));
    Set<String> forms = new LinkedHashSet<>(known.forms());
    forms.add(before + spelling.text());
    Map<String, String> words = new TreeMap<>(known.words());
    words.putAll(spelling.words());
    byKind.put(kind, new Construct(kind, new ArrayList<>(forms), words));
  }
}
