package org.hookline.dsl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.hookline.dsl.scoping.NearestNames;

/** Syntax errors in the user's words instead of the parser's. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  /** Code of the help page. */
  public static final String CODE = "syntax";

  /** Words of the tools that the language writes in another way. */
  private static final Map<String, String> HABITS =
      Map.of(
          ";", "nothing; blanks and line ends separate",
          "-", "nft's words, or iptables' in quotes: xt rule \"-p tcp --dport 22 -j ACCEPT\"",
          "counter", "nothing; every rule counts by itself",
          "route", "a route stands in its table: table main { default via 192.0.2.254 }",
          "table", "lookup TABLE in a policy rule; a table of its own stands beside 'rules'",
          "gateway", "table main { default via 192.0.2.254 }");

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException problem = context.getRecognitionException();
    if (problem == null) {
      return lexical(context.getDefaultMessage());
    }
    String expected =
        problem instanceof MismatchedTokenException mismatch
            ? expected(mismatch.expecting, context.getTokenNames())
            : "";
    String hint = expected.equals("'--'") ? expected : meant(problem.token, expected, context);
    return new SyntaxErrorMessage(found(problem.token), CODE, new String[] {hint});
  }

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
    String text = context.getValueConverterException().getMessage();
    return new SyntaxErrorMessage(text, CODE, new String[] {""});
  }

  /** What the lexer has no token for; its message ends in the character that it waited for. */
  private static SyntaxErrorMessage lexical(String message) {
    if (message.endsWith("'*'") || message.endsWith("'/'")) {
      return new SyntaxErrorMessage("this comment does not end", CODE, new String[] {"*/"});
    }
    return message.endsWith("'\"'")
        ? new SyntaxErrorMessage(
            "this quoted text does not end on its line", CODE, new String[] {"a second '\"'"})
        : new SyntaxErrorMessage(message, CODE, new String[] {""});
  }

  /** What somebody who knows the tools meant by a word, else what the parser waited for. */
  private static String meant(Token token, String expected, IParserErrorContext context) {
    String word = token == null || token.getText() == null ? "" : token.getText();
    String habit = HABITS.get(word);
    if (habit != null) {
      return habit;
    }
    List<String> keywords =
        Stream.of(context.getTokenNames())
            .filter(name -> name != null && name.matches("'[a-z][a-z0-9_-]+'"))
            .map(name -> name.substring(1, name.length() - 1))
            .toList();
    boolean shouts = keywords.contains(word.toLowerCase(Locale.ROOT));
    if (keywords.contains(word) || !word.matches("[A-Za-z_-]{3,}")) {
      return expected;
    }
    return shouts
        ? "did you mean '" + word.toLowerCase(Locale.ROOT) + "'?"
        : NearestNames.of(word, keywords.stream())
            .map(near -> "did you mean '" + near + "'?")
            .orElse(expected);
  }

  private static String found(Token token) {
    if (token == null || token.getType() == Token.EOF) {
      return "the text ends too early";
    }
    return "'" + token.getText() + "' cannot stand here";
  }

  private static String expected(int type, String[] names) {
    if (type < 0 || type >= names.length) {
      return "the end of the file";
    }
    return switch (names[type]) {
      case "RULE_WORD" -> "a word such as a name, an address or a number";
      case "RULE_STRING" -> "a text in double quotes";
      case "RULE_PREF" -> "a preference such as 32762:";
      default -> names[type];
    };
  }
}
