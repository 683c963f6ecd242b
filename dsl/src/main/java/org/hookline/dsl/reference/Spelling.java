package org.hookline.dsl.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.util.XtextSwitch;
import org.hookline.dsl.word.WordTypes;

/** How elements of the grammar are written, for people: as the manuals of iproute2 show it. */
final class Spelling extends XtextSwitch<String> {
  private final EClass kind;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> words = new LinkedHashMap<>();

  /**
   * @param kind what the elements make
   */
  Spelling(EClass kind) {
    this.kind = kind;
  }

  /** Puts one more element behind the others. */
  void add(AbstractElement element) {
    String form = spelled(element);
    text.append(text.isEmpty() || form.isEmpty() ? "" : " ").append(form);
  }

  String text() {
    // X (, X)* is a list
    return text.toString().replaceAll("(‹[^›]+›|\"?[A-Z]+\"?) \\(, \\1\\)\\*", "$1, …");
  }

  /** What stands in capitals in the text, and what it has to be. */
  Map<String, String> words() {
    return words;
  }

  private String spelled(AbstractElement element) {
    String form = doSwitch(element);
    String cardinality = element.getCardinality();
    if (cardinality == null || form.isEmpty()) {
      return form;
    }
    if (cardinality.equals("?")) {
      return "[" + form.replaceFirst("^\\(([^()]*)\\)$", "$1") + "]";
    }
    boolean single =
        form.matches("‹[^›]*›") || !(element instanceof CompoundElement) && !form.contains(" ");
    return (single ? form : "(" + form + ")") + cardinality;
  }

  @Override
  public String caseKeyword(Keyword keyword) {
    return keyword.getValue();
  }

  @Override
  public String caseAction(Action action) {
    return "";
  }

  @Override
  public String caseGroup(Group group) {
    return group.getElements().stream()
        .map(this::spelled)
        .filter(form -> !form.isEmpty())
        .collect(Collectors.joining(" "));
  }

  @Override
  public String caseAlternatives(Alternatives alternatives) {
    String all =
        alternatives.getElements().stream()
            .map(this::spelled)
            .distinct()
            .collect(Collectors.joining(" | "));
    boolean choice = all.contains(" | ") && alternatives.getCardinality() == null;
    return choice ? "(" + all + ")" : all;
  }

  @Override
  public String caseAssignment(Assignment assignment) {
    return spelled(assignment.getTerminal());
  }

  @Override
  public String caseCrossReference(CrossReference reference) {
    EClass target = (EClass) reference.getType().getClassifier();
    String word = target.getName().replaceAll("(Declaration|Block|Item|Operand)$", "");
    return word.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toUpperCase(Locale.ROOT);
  }

  @Override
  public String caseRuleCall(RuleCall call) {
    AbstractRule rule = call.getRule();
    if (rule instanceof ParserRule parser && parser.isFragment()) {
      return spelled(parser.getAlternatives());
    }
    if (rule.getType().getClassifier() instanceof EClass) {
      return "‹"
          + rule.getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
          + "›";
    }
    return word(call, rule);
  }

  /** A word of the user's, under the name of what it is kept in. */
  private String word(RuleCall call, AbstractRule rule) {
    Assignment assignment = EcoreUtil2.getContainerOfType(call, Assignment.class);
    if (assignment == null) {
      return rule.getName().toUpperCase(Locale.ROOT);
    }
    String name = assignment.getFeature();
    if (assignment.getOperator().equals("+=")) {
      name = name.replaceAll("(?<=(ss|us))es$", "").replaceAll("(?<![su])s$", "");
    }
    String word = name.toUpperCase(Locale.ROOT);
    what(assignment, rule).ifPresent(what -> words.put(word, what));
    return switch (rule.getName()) {
      case "STRING" -> '"' + word + '"';
      case "PREF" -> word + ":";
      default -> word;
    };
  }

  private Optional<String> what(Assignment assignment, AbstractRule rule) {
    EStructuralFeature feature = kind.getEStructuralFeature(assignment.getFeature());
    Optional<String> type = WordTypes.of(feature).map(t -> t.what());
    if (type.isPresent() || List.of("Name", "FreeName", "Value").contains(rule.getName())) {
      return type;
    }
    if (!(rule instanceof ParserRule)) {
      return Optional.empty();
    }
    List<String> choice =
        EcoreUtil2.eAllOfType(rule, Keyword.class).stream().map(Keyword::getValue).toList();
    return choice.isEmpty() ? Optional.empty() : Optional.of("one of " + String.join(", ", choice));
  }
}
