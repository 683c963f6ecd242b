package org.hookline.ui.bridge;

import com.google.inject.Guice;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.IMultiRootWorkspaceConfigFactory;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.util.Modules2;
import org.hookline.dsl.lsp.HooklineServer;
import org.hookline.dsl.lsp.ServerModule;

/** Makes the language server that runs inside the workbench, without a process or a wire. */
final class ServerSetup {

  private ServerSetup() {}

  /**
   * A server that is ready to answer.
   *
   * @param tokenKinds the legend of its semantic tokens
   */
  record Started(LanguageServerImpl server, List<String> tokenKinds) {}

  /** A server that knows no project yet. */
  static Started start(LanguageClient client) {
    WorkbenchLog.install();
    LanguageInjector.get();
    LanguageServerImpl server =
        Guice.createInjector(
                Modules2.mixin(
                    ServerModule.all(),
                    binder ->
                        binder
                            .bind(IMultiRootWorkspaceConfigFactory.class)
                            .to(EclipseProjects.class)))
            .getInstance(HooklineServer.class);
    server.connect(client);
    ServerCapabilities can = server.initialize(parameters()).join().getCapabilities();
    server.initialized(new InitializedParams());
    return new Started(server, can.getSemanticTokensProvider().getLegend().getTokenTypes());
  }

  private static InitializeParams parameters() {
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDocumentSymbol(new DocumentSymbolCapabilities());
    text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
    text.setFoldingRange(new FoldingRangeCapabilities());
    text.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
    text.setRename(new RenameCapabilities(true, false));
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceFolders(true);
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    workspace.setWorkspaceEdit(new WorkspaceEditCapabilities());
    workspace.getWorkspaceEdit().setDocumentChanges(true);
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(new ClientCapabilities(workspace, text, null));
    parameters.setWorkspaceFolders(List.of());
    return parameters;
  }
}
