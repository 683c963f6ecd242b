package org.hookline.dsl.lsp;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.hookline.dsl.ide.HooklineIdeSetup;

/**
 * The language server. Everything it knows of the language is in {@code dsl.ide}; the workbench
 * holds one as a plain object, an editor elsewhere talks to one through {@link StdioServer}.
 */
@Singleton
public class HooklineServer extends LanguageServerImpl {
  private final Proofs proofs;
  private final ScheduledExecutorService worker;
  private LanguageClient client;

  @Inject
  HooklineServer(Proofs proofs, ScheduledExecutorService worker) {
    this.proofs = proofs;
    this.worker = worker;
  }

  /** A server of this process; sets the language up. */
  public static HooklineServer start() {
    return started().getInstance(HooklineServer.class);
  }

  static com.google.inject.Injector started() {
    new HooklineIdeSetup().createInjectorAndDoEMFRegistration();
    return Guice.createInjector(ServerModule.all());
  }

  @Override
  public void connect(LanguageClient connected) {
    client = connected;
    super.connect(connected);
  }

  /** A client may know of workspace folders and still have only a root. */
  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getWorkspaceFolders() == null && rootOf(params) != null) {
      params.setWorkspaceFolders(List.of(new WorkspaceFolder(rootOf(params), "")));
    }
    if (canRefreshLenses(params)) {
      proofs.refreshWith(client::refreshCodeLenses);
    }
    return super.initialize(params);
  }

  @SuppressWarnings("deprecation") // what old clients send
  private static String rootOf(InitializeParams params) {
    return params.getRootUri();
  }

  private static boolean canRefreshLenses(InitializeParams params) {
    return Optional.ofNullable(params.getCapabilities())
        .map(capabilities -> capabilities.getWorkspace())
        .map(WorkspaceClientCapabilities::getCodeLens)
        .map(CodeLensWorkspaceCapabilities::getRefreshSupport)
        .orElse(false);
  }

  @Override
  protected ServerCapabilities createServerCapabilities(InitializeParams params) {
    ServerCapabilities capabilities = super.createServerCapabilities(params);
    capabilities.setSignatureHelpProvider(null);
    return capabilities;
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    worker.shutdownNow();
    return super.shutdown();
  }
}
