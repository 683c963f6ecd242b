package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.format.Formatter;
import org.junit.jupiter.api.Test;

/** A thousand texts from the whole grammar: read, written, and read again they are the same. */
class RandomTextsTest {
  private static final long SEED = 20261130;
  private static final int TEXTS = 1000;

  private final IGrammarAccess grammar = Hkl.INJECTOR.getInstance(IGrammarAccess.class);

  @Test
  void aThousandTextsFromEveryRuleAreReadFormattedAndReadAgain() {
    System.out.println("Random texts, seed " + SEED);
    RandomText draw = new RandomText(new Random(SEED));
    ParserRule root = (ParserRule) grammar.getGrammar().getRules().get(0);
    for (int i = 0; i < TEXTS; i++) {
      String text = draw.of(root);
      XtextResource read = parsed(text);
      assertThat(read.getParseResult().hasSyntaxErrors())
          .as("text %d of seed %d: %s\n%s", i, SEED, errors(read), text)
          .isFalse();
      String once = Formatter.formatted(read);
      XtextResource again = parsed(once);
      assertThat(again.getParseResult().hasSyntaxErrors()).as(once).isFalse();
      assertThat(shape(again.getContents().get(0)))
          .as("text %d of seed %d", i, SEED)
          .isEqualTo(shape(read.getContents().get(0)));
      assertThat(Formatter.formatted(again)).as("text %d of seed %d", i, SEED).isEqualTo(once);
    }
    assertThat(reachable(root).stream().filter(rule -> !draw.rules().contains(rule)))
        .as("rules that no text went through")
        .isEmpty();
    assertThat(
            reachable(root).stream()
                .filter(ParserRule.class::isInstance)
                .flatMap(rule -> GrammarUtil.containedKeywords(rule).stream())
                .map(keyword -> keyword.getValue())
                .filter(keyword -> !draw.keywords().contains(keyword)))
        .as("keywords that no text has")
        .isEmpty();
  }

  private static Set<AbstractRule> reachable(ParserRule root) {
    Set<AbstractRule> found = new LinkedHashSet<>();
    Deque<AbstractRule> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      AbstractRule rule = open.pop();
      if (found.add(rule)) {
        GrammarUtil.containedRuleCalls(rule).forEach(call -> open.push(call.getRule()));
      }
    }
    return found;
  }

  private static String errors(XtextResource resource) {
    StringBuilder text = new StringBuilder();
    for (INode node : resource.getParseResult().getSyntaxErrors()) {
      text.append(node.getSyntaxErrorMessage().getMessage())
          .append(" at '")
          .append(node.getText())
          .append("'; ");
    }
    return text.toString();
  }

  /** The tree with its values; references by the words that name them. */
  private static String shape(EObject element) {
    StringBuilder text = new StringBuilder(element.eClass().getName()).append('(');
    for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
      if (feature instanceof EReference reference && reference.isContainment()) {
        Object value = element.eGet(feature);
        List<?> parts =
            value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
        text.append(feature.getName()).append('=');
        parts.forEach(part -> text.append(shape((EObject) part)));
      } else if (feature instanceof EReference) {
        text.append(
            NodeModelUtils.findNodesForFeature(element, feature).stream()
                .map(NodeModelUtils::getTokenText)
                .collect(Collectors.joining(",", feature.getName() + "=", " ")));
      } else {
        text.append(feature.getName()).append('=').append(element.eGet(feature)).append(' ');
      }
    }
    return text.append(')').toString();
  }

  private static XtextResource parsed(String text) {
    XtextResource resource = Hkl.INJECTOR.getInstance(XtextResource.class);
    resource.setURI(URI.createURI("random.hkl"));
    try {
      resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource;
  }
}
