package org.hookline.dsl.ide.rename;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.ILanguageServerAccess;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.ide.text.Places;
import org.hookline.dsl.ide.text.ProtocolEdits;

/** Renaming for clients of the protocol; a refusal is an error answer with its reason. */
@Singleton
public class RenameService implements IRenameService2 {
  private final Renaming renaming;
  private final ProtocolEdits edits;

  @Inject
  public RenameService(Renaming renaming, ProtocolEdits edits) {
    this.renaming = renaming;
    this.edits = edits;
  }

  @Override
  public WorkspaceEdit rename(Options options) {
    RenameParams params = options.getRenameParams();
    return options
        .getLanguageServerAccess()
        .doSyncRead(
            params.getTextDocument().getUri(),
            context -> {
              XtextResource file = (XtextResource) context.getResource();
              int cursor = Places.of(file).offset(params.getPosition());
              try {
                return edits.of(renaming.to(params.getNewName(), file, cursor), file);
              } catch (RenameRefused refused) {
                throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.RequestFailed, refused.getMessage(), null));
              }
            });
  }

  @Override
  public Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(
      PrepareRenameOptions options) {
    TextDocumentPositionParams params = options.getParams();
    ILanguageServerAccess access = options.getLanguageServerAccess();
    return access.doSyncRead(
        params.getTextDocument().getUri(),
        context -> {
          XtextResource file = (XtextResource) context.getResource();
          Places places = Places.of(file);
          return renaming
              .at(file, places.offset(params.getPosition()))
              .map(
                  mention ->
                      Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                          new PrepareRenameResult(
                              places.range(mention.span()), mention.named().name())))
              .orElse(null);
        });
  }
}
