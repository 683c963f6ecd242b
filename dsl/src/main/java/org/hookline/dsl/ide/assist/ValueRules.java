package org.hookline.dsl.ide.assist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** The keywords of data type rules, such as the kinds of protocols. */
final class ValueRules {
  /** Every keyword can be a name; that is no reason to propose them all. */
  private static final Set<String> NAMES = Set.of("Name", "FreeName");

  private ValueRules() {}

  /** Whether a keyword stands in the grammar only because it can be a name. */
  static boolean isName(Keyword keyword) {
    ParserRule rule = GrammarUtil.containingParserRule(keyword);
    return rule != null && NAMES.contains(rule.getName());
  }

  /** The words that a rule takes, each once, names aside. */
  static Stream<Keyword> keywords(ParserRule rule) {
    Map<String, Keyword> found = new LinkedHashMap<>();
    collect(rule, found);
    return found.values().stream();
  }

  private static void collect(ParserRule rule, Map<String, Keyword> found) {
    if (NAMES.contains(rule.getName())) {
      return;
    }
    EcoreUtil2.eAllOfType(rule, Keyword.class)
        .forEach(keyword -> found.putIfAbsent(keyword.getValue(), keyword));
    EcoreUtil2.eAllOfType(rule, RuleCall.class).stream()
        .map(RuleCall::getRule)
        .filter(ParserRule.class::isInstance)
        .forEach(called -> collect((ParserRule) called, found));
  }
}
