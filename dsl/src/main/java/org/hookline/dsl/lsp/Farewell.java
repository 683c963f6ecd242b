package org.hookline.dsl.lsp;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;

/** The end of a session, as the client says it; nobody but the command line ends the process. */
@Singleton
public final class Farewell implements ILanguageServerShutdownAndExitHandler {
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile boolean announced;

  @Inject
  Farewell() {}

  @Override
  public void shutdown() {
    announced = true;
  }

  /** LSP: the exit code is 1 when the client has not announced its exit. */
  @Override
  public void exit() {
    exit.complete(announced ? 0 : 1);
  }

  /** The exit code, once the client is gone. */
  CompletableFuture<Integer> code() {
    return exit;
  }
}
