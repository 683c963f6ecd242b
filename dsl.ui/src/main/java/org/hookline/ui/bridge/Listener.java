package org.hookline.ui.bridge;

import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Hears what the server says by itself. */
final class Listener implements LanguageClient {
  private static final ILog LOG = ILog.of(Listener.class);

  private final Diagnostics diagnostics;
  private final Verdicts verdicts;

  Listener(Diagnostics diagnostics, Verdicts verdicts) {
    this.diagnostics = diagnostics;
    this.verdicts = verdicts;
  }

  /** The server says so when it has judged a file. */
  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    verdicts.changed();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams found) {
    diagnostics.put(found.getUri(), found.getDiagnostics());
  }

  @Override
  public void showMessage(MessageParams message) {
    logMessage(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    logMessage(request);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    if (message.getType() == MessageType.Error) {
      LOG.error(message.getMessage());
    } else {
      LOG.info(message.getMessage());
    }
  }

  @Override
  public void telemetryEvent(Object event) {
    // nobody is measured here
  }
}
