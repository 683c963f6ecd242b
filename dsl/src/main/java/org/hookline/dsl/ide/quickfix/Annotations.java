package org.hookline.dsl.ide.quickfix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.ChangeAnnotation;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;

/** Edits that say what comes of them, for clients that show it before they apply them. */
final class Annotations {
  private static final String ID = "effect";

  private Annotations() {}

  static boolean areShown(ILanguageServerAccess access) {
    return Optional.ofNullable(access.getInitializeParams())
        .map(params -> params.getCapabilities())
        .map(capabilities -> capabilities.getWorkspace())
        .map(workspace -> workspace.getWorkspaceEdit())
        .map(WorkspaceEditCapabilities::getChangeAnnotationSupport)
        .isPresent();
  }

  /** The same edit, to be confirmed by the user. */
  static WorkspaceEdit of(Fix fix, WorkspaceEdit plain) {
    ChangeAnnotation effect = new ChangeAnnotation(fix.title());
    effect.setDescription(fix.description());
    effect.setNeedsConfirmation(true);
    List<Either<TextDocumentEdit, ResourceOperation>> changes =
        plain.getChanges().entrySet().stream()
            .map(change -> annotated(change.getKey(), change.getValue()))
            .map(Either::<TextDocumentEdit, ResourceOperation>forLeft)
            .toList();
    WorkspaceEdit edit = new WorkspaceEdit(changes);
    edit.setChangeAnnotations(Map.of(ID, effect));
    return edit;
  }

  private static TextDocumentEdit annotated(String uri, List<TextEdit> edits) {
    List<Either<TextEdit, SnippetTextEdit>> annotated =
        edits.stream()
            .map(
                edit -> {
                  AnnotatedTextEdit named = new AnnotatedTextEdit();
                  named.setRange(edit.getRange());
                  named.setNewText(edit.getNewText());
                  named.setAnnotationId(ID);
                  return Either.<TextEdit, SnippetTextEdit>forLeft(named);
                })
            .toList();
    return new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, null), annotated);
  }
}
