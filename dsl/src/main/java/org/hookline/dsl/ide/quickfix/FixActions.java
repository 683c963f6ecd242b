package org.hookline.dsl.ide.quickfix;

import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.text.Places;
import org.hookline.dsl.ide.text.ProtocolEdits;

/**
 * Repairs for clients of the protocol. The description goes into {@code data}, and for clients that
 * show annotations of edits, into these too.
 */
@Singleton
public class FixActions implements ICodeActionService2 {
  private final Fixes fixes;
  private final ProtocolEdits edits;

  @Inject
  public FixActions(Fixes fixes, ProtocolEdits edits) {
    this.fixes = fixes;
    this.edits = edits;
  }

  @Override
  public List<Either<Command, CodeAction>> getCodeActions(Options options) {
    return options
        .getLanguageServerAccess()
        .doSyncRead(
            options.getURI(), context -> actions((XtextResource) context.getResource(), options));
  }

  private List<Either<Command, CodeAction>> actions(XtextResource file, Options options) {
    CodeActionParams params = options.getCodeActionParams();
    BooleanSupplier cancelled = () -> options.getCancelIndicator().isCanceled();
    Places places = Places.of(file);
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    try {
      for (Diagnostic problem : params.getContext().getDiagnostics()) {
        String code = problem.getCode() == null ? "" : problem.getCode().get().toString();
        for (Fix fix : fixes.of(code, places.span(problem.getRange()), file, cancelled)) {
          CodeAction action = action(fix, file, options);
          action.setDiagnostics(List.of(problem));
          actions.add(Either.forRight(action));
        }
      }
      for (Fix fix : fixes.at(places.span(params.getRange()), file, cancelled)) {
        actions.add(Either.forRight(action(fix, file, options)));
      }
    } catch (CancellationException nobodyWaits) {
      return List.of();
    }
    return actions;
  }

  private CodeAction action(Fix fix, XtextResource file, Options options) {
    boolean annotated = Annotations.areShown(options.getLanguageServerAccess());
    CodeAction action = new CodeAction(fix.title());
    action.setKind(CodeActionKind.QuickFix);
    action.setIsPreferred(fix.preferred());
    action.setEdit(
        annotated && !fix.description().isEmpty()
            ? Annotations.of(fix, edits.of(fix.edits(), file))
            : edits.of(fix.edits(), file));
    if (!fix.description().isEmpty()) {
      action.setData(new JsonPrimitive(fix.description()));
    }
    return action;
  }
}
