package org.hookline.dsl;

import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Syntax errors in the user's words instead of the parser's. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {
  /** Code of the help page. */
  public static final String CODE = "syntax";

  @Override
  public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
    RecognitionException problem = context.getRecognitionException();
    if (problem == null) {
      return lexical(context.getDefaultMessage());
    }
    String hint =
        problem instanceof MismatchedTokenException mismatch
            ? expected(mismatch.expecting, context.getTokenNames())
            : "";
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
