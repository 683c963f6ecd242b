package org.hookline.dsl.lsp;

import com.google.inject.Injector;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.log4j.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.hookline.dsl.log.LibraryLog;

/** The language server for one client on a pair of streams. */
public final class StdioServer {
  private static final Logger LOG = Logger.getLogger(StdioServer.class);

  private StdioServer() {}

  /**
   * Serves until the client says goodbye or closes its end.
   *
   * @param log for what the client has no place for
   * @return 0, or 1 when the client left without a shutdown request
   */
  public static int serve(InputStream in, OutputStream out, OutputStream log) {
    Injector parts = HooklineServer.started();
    // whatever was configured before may write to the stream that belongs to the protocol
    LibraryLog.to(log);
    HooklineServer server = parts.getInstance(HooklineServer.class);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.connect(launcher.getRemoteProxy());
    Farewell farewell = parts.getInstance(Farewell.class);
    exitWhenClosed(launcher.startListening(), farewell);
    return farewell.code().join();
  }

  /** A client that dies says nothing; its end of the stream is closed then. */
  private static void exitWhenClosed(Future<Void> listening, Farewell farewell) {
    Thread watch =
        new Thread(
            () -> {
              try {
                listening.get();
              } catch (ExecutionException broken) {
                LOG.warn("The connection broke", broken.getCause());
              } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
              }
              farewell.exit();
            },
            "connection");
    watch.setDaemon(true);
    watch.start();
  }
}
