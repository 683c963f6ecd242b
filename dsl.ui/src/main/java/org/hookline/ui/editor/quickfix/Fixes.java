package org.hookline.ui.editor.quickfix;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.edit.FileEdits;

/** Repairs that the brain knows. */
final class Fixes {
  private Fixes() {}

  /** Repairs of problems, and of what stands in a range, the most likely first. */
  static CompletableFuture<List<CodeAction>> of(
      String address, Range range, List<Diagnostic> problems) {
    CodeActionParams question =
        new CodeActionParams(
            new TextDocumentIdentifier(address), range, new CodeActionContext(problems));
    return Brain.get()
        .ask(s -> s.codeAction(question))
        .thenApply(
            answer ->
                answer.stream()
                    .filter(Either::isRight)
                    .map(Either::getRight)
                    .filter(action -> !FileEdits.of(action.getEdit()).isEmpty())
                    .sorted(Comparator.comparing(action -> !isPreferred(action)))
                    .toList());
  }

  /** The repair of one problem that is most likely meant. */
  static CompletableFuture<Optional<CodeAction>> preferred(String address, Diagnostic problem) {
    return of(address, problem.getRange(), List.of(problem))
        .thenApply(
            all ->
                all.stream()
                    .filter(Fixes::isPreferred)
                    .findFirst()
                    .or(() -> all.stream().findFirst()));
  }

  /** Whether the brain would take it. */
  static boolean isPreferred(CodeAction action) {
    return Boolean.TRUE.equals(action.getIsPreferred());
  }

  /** What comes of a repair, in Markdown; empty when it says nothing of it. */
  static String description(CodeAction action) {
    Object data = action.getData();
    if (data instanceof com.google.gson.JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    return data instanceof String text ? text : "";
  }
}
