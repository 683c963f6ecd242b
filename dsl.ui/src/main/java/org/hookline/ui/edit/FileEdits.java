package org.hookline.ui.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Edits of texts, whichever way the protocol put them.
 *
 * @param byAddress for each file its edits, all in terms of the text before
 */
public record FileEdits(Map<String, List<TextEdit>> byAddress) {

  /** The edits of an answer; nothing when it is {@code null}. */
  public static FileEdits of(WorkspaceEdit answer) {
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    if (answer != null && answer.getChanges() != null) {
      answer.getChanges().forEach((file, some) -> add(edits, file, some));
    }
    if (answer != null && answer.getDocumentChanges() != null) {
      answer.getDocumentChanges().stream()
          .filter(Either::isLeft)
          .map(Either::getLeft)
          .forEach(document -> add(edits, document));
    }
    return new FileEdits(edits);
  }

  private static void add(Map<String, List<TextEdit>> edits, TextDocumentEdit document) {
    List<TextEdit> some =
        document.getEdits().stream().filter(Either::isLeft).map(Either::getLeft).toList();
    add(edits, document.getTextDocument().getUri(), some);
  }

  private static void add(
      Map<String, List<TextEdit>> edits, String file, List<? extends TextEdit> some) {
    edits.computeIfAbsent(file, f -> new ArrayList<>()).addAll(some);
  }

  public boolean isEmpty() {
    return byAddress.values().stream().allMatch(List::isEmpty);
  }

  /** The edits of one file. */
  public List<TextEdit> of(String address) {
    return byAddress.getOrDefault(address, List.of());
  }

  /** Whether nothing else than one file is changed. */
  public boolean only(String address) {
    return byAddress.keySet().stream().allMatch(address::equals);
  }
}
