package org.hookline.dsl.ide.tokens;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.hookline.dsl.hookline.PacketTarget;
import org.hookline.dsl.hookline.RuleVerdict;
import org.hookline.dsl.ide.text.TextSpan;

/** Colours of words that are no names. */
final class WordTokens {
  private static final Pattern WORD = Pattern.compile("[A-Za-z].*");

  /** IPv4 or IPv6, with what may follow: a prefix length, a port, the end of a range. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]+(\\.[0-9]+){3}.*|[0-9a-fA-F:]*:[0-9a-fA-F:.]*(/[0-9]+)?(-.*)?");

  private static final Pattern NUMBER = Pattern.compile(":?[0-9].*");
  private static final Pattern SYSCTL = Pattern.compile("(net|kernel|vm|fs)\\..+");

  private WordTokens() {}

  /**
   * The tokens of a visible word, at most two.
   *
   * @param named where names begin and end
   */
  static List<Token> of(ILeafNode leaf, Map<Integer, Integer> named) {
    TextSpan span = TextSpan.of(leaf);
    EObject element = leaf.getGrammarElement();
    if (named.containsKey(span.offset()) || span.length() == 0) {
      return List.of();
    }
    if (element instanceof Keyword keyword) {
      return keyword(leaf, keyword, span);
    }
    AbstractRule rule = element instanceof RuleCall call ? call.getRule() : null;
    return rule instanceof TerminalRule ? terminal(rule.getName(), leaf, span, named) : List.of();
  }

  private static List<Token> keyword(ILeafNode leaf, Keyword keyword, TextSpan span) {
    ParserRule rule = GrammarUtil.containingParserRule(keyword);
    boolean name = GrammarUtil.isDatatypeRule(rule) && rule.getName().endsWith("Name");
    if (!WORD.matcher(keyword.getValue()).matches()) {
      return List.of();
    }
    if (name && !isType(rule)) {
      return value(leaf, span);
    }
    EObject element = leaf.getSemanticElement();
    boolean verdict = element instanceof PacketTarget || element instanceof RuleVerdict;
    return List.of(token(span, verdict ? TokenKind.VERDICT : TokenKind.KEYWORD));
  }

  /** {@code FreeName} and {@code Name} hold every keyword; {@code ProtocolName} holds its own. */
  private static boolean isType(ParserRule rule) {
    return !rule.getName().equals("Name") && !rule.getName().equals("FreeName");
  }

  private static List<Token> terminal(
      String rule, ILeafNode leaf, TextSpan span, Map<Integer, Integer> named) {
    String text = leaf.getText();
    return switch (rule) {
      case "STRING" -> List.of(token(span, TokenKind.STRING));
      case "PREF" -> List.of(token(span, TokenKind.NUMBER));
      default -> {
        if (SYSCTL.matcher(text).matches()) {
          yield sysctl(span, named);
        }
        if (ADDRESS.matcher(text).matches()) {
          yield List.of(token(span, TokenKind.ADDRESS));
        }
        yield NUMBER.matcher(text).matches()
            ? List.of(token(span, TokenKind.NUMBER))
            : value(leaf, span);
      }
    };
  }

  /**
   * A word that is the value of something, and neither the name nor a mention of a declared thing.
   */
  private static List<Token> value(ILeafNode leaf, TextSpan span) {
    INode node = leaf;
    while (node != null) {
      EObject written = node.getGrammarElement();
      if (written instanceof CrossReference) {
        return List.of();
      }
      if (written != null && written.eContainer() instanceof Assignment assignment) {
        boolean declares = assignment.getFeature().equals("name");
        return declares ? List.of() : List.of(token(span, TokenKind.VALUE));
      }
      node = node.getParent();
    }
    return List.of();
  }

  /** Around the interface that is named inside a key. */
  private static List<Token> sysctl(TextSpan span, Map<Integer, Integer> named) {
    return named.entrySet().stream()
        .filter(name -> span.offset() < name.getKey() && name.getValue() < span.end())
        .findFirst()
        .map(
            name ->
                List.of(
                    token(
                        new TextSpan(span.offset(), name.getKey() - span.offset()),
                        TokenKind.SYSCTL),
                    token(
                        new TextSpan(name.getValue(), span.end() - name.getValue()),
                        TokenKind.SYSCTL)))
        .orElse(List.of(token(span, TokenKind.SYSCTL)));
  }

  private static Token token(TextSpan span, TokenKind kind) {
    return new Token(span, kind, Set.of());
  }
}
