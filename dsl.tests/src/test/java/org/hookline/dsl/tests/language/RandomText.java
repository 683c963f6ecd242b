package org.hookline.dsl.tests.language;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/** Texts drawn from the grammar itself: what has been drawn least is drawn first. */
final class RandomText {
  private static final int SHALLOW = 6;
  private static final int DEEP = 16;

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "WORD",
          List.of(
              "eth0.95",
              "br-lan",
              "10.0.0.1",
              "10.0.0.0/8",
              "50000-50100",
              "::1",
              "2001:db8::/64",
              "0x1/0xff",
              "52:54:00:12:34:56",
              "_x",
              "7",
              "net.ipv4.conf.eth0/95.rp_filter",
              "a@b",
              "eth+",
              "10%3",
              "fe80::1-fe80::ff",
              "[2001:db8::1]:80",
              "6.10"),
          "STRING",
          List.of("\"\"", "\"a \\\"b\\\" // none\"", "\"/* none */ {\"", "\"plain\""),
          "PREF",
          List.of("0:", "32766:"));

  private final Random random;
  private final Map<AbstractElement, Integer> drawn = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Set<AbstractRule> rules = new LinkedHashSet<>();
  private StringJoiner text = new StringJoiner(" ");

  RandomText(Random random) {
    this.random = random;
  }

  /** A text that begins with a rule. */
  String of(ParserRule rule) {
    text = new StringJoiner(" ");
    rule(rule, 0);
    return text.toString();
  }

  /** The rules that some text went through. */
  Set<AbstractRule> rules() {
    return rules;
  }

  /** The keywords that some text has. */
  Set<String> keywords() {
    return words.keySet();
  }

  private void rule(AbstractRule rule, int depth) {
    rules.add(rule);
    List<String> terminal = WORDS.get(rule.getName());
    if (terminal != null) {
      text.add(terminal.get(random.nextInt(terminal.size())));
    } else {
      element(rule.getAlternatives(), depth + 1);
    }
  }

  private void element(AbstractElement element, int depth) {
    for (int times = times(element, depth); times > 0; times--) {
      once(element, depth);
    }
  }

  private int times(AbstractElement element, int depth) {
    boolean many = GrammarUtil.isMultipleCardinality(element);
    int least = GrammarUtil.isOptionalCardinality(element) ? 0 : 1;
    if (least == 1 && !many) {
      return 1;
    }
    boolean wanted = drawn.merge(element, 1, Integer::sum) < 4;
    int several = depth < SHALLOW ? 8 : 3;
    int most = depth > DEEP && !wanted ? least : many ? several : 1;
    return least + random.nextInt(most - least + 1);
  }

  private void once(AbstractElement element, int depth) {
    if (element instanceof Alternatives alternatives) {
      element(choice(alternatives.getElements()), depth);
    } else if (element instanceof Group group) {
      group.getElements().forEach(part -> element(part, depth));
    } else if (element instanceof Assignment assignment) {
      element(assignment.getTerminal(), depth);
    } else if (element instanceof CrossReference reference) {
      element(reference.getTerminal(), depth);
    } else if (element instanceof Keyword keyword) {
      words.merge(keyword.getValue(), 1, Integer::sum);
      text.add(keyword.getValue());
    } else if (element instanceof RuleCall call) {
      rule(call.getRule(), depth);
    }
  }

  /** One of those that were drawn least, most of the time. */
  private AbstractElement choice(List<AbstractElement> elements) {
    AbstractElement chosen = elements.get(random.nextInt(elements.size()));
    if (random.nextInt(4) > 0) {
      for (AbstractElement element : elements) {
        chosen = count(element) < count(chosen) ? element : chosen;
      }
    }
    drawn.merge(chosen, 1, Integer::sum);
    return chosen;
  }

  private int count(AbstractElement element) {
    return drawn.getOrDefault(element, 0);
  }
}
