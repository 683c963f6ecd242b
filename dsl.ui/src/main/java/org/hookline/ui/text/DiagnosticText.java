package org.hookline.ui.text;

import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The words of a diagnostic, whose parts the protocol lets be one thing or another. */
public final class DiagnosticText {
  private DiagnosticText() {}

  /** What is wrong. */
  public static String of(Diagnostic problem) {
    Either<String, org.eclipse.lsp4j.MarkupContent> message = problem.getMessage();
    return message.isLeft() ? message.getLeft() : message.getRight().getValue();
  }

  /** The code, as {@code hookline explain} takes it; empty when there is none. */
  public static String code(Diagnostic problem) {
    Either<String, Integer> code = problem.getCode();
    return code == null ? "" : code.map(text -> text, String::valueOf);
  }
}
