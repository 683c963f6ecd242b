package org.hookline.dsl.tests.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceEditChangeAnnotationSupportCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.hookline.dsl.cli.Main;

/** An editor that talks to {@code hookline lsp}, a process of its own, over its streams. */
final class EditorSession implements LanguageClient, AutoCloseable {
  static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Process process;
  private final LanguageServer server;
  private final InitializeResult greeting;
  private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();

  EditorSession(Path folder, ClientCapabilities capabilities) throws IOException {
    this.folder = folder;
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "lsp")
            .redirectError(folder.resolveSibling(folder.getFileName() + ".log").toFile())
            .start();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    launcher.startListening();
    server = launcher.getRemoteProxy();
    InitializeParams hello = new InitializeParams();
    hello.setCapabilities(capabilities);
    hello.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "scene")));
    capabilities.getWorkspace().setWorkspaceFolders(true);
    greeting = await(server.initialize(hello));
    server.initialized(new InitializedParams());
  }

  /** The capabilities of an editor that can show everything. */
  static ClientCapabilities everything() {
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setDocumentSymbol(new DocumentSymbolCapabilities());
    text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
    text.setFoldingRange(new FoldingRangeCapabilities());
    text.setRename(new RenameCapabilities(true, false));
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    workspace.setWorkspaceEdit(new WorkspaceEditCapabilities());
    workspace.getWorkspaceEdit().setDocumentChanges(true);
    workspace
        .getWorkspaceEdit()
        .setChangeAnnotationSupport(new WorkspaceEditChangeAnnotationSupportCapabilities());
    return new ClientCapabilities(workspace, text, null);
  }

  LanguageServer server() {
    return server;
  }

  InitializeResult greeting() {
    return greeting;
  }

  String uri(String file) {
    return folder.resolve(file).normalize().toUri().toString();
  }

  TextDocumentIdentifier document(String file) {
    return new TextDocumentIdentifier(uri(file));
  }

  void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String file, String text) {
    versions.put(file, 1);
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "hookline", 1, text)));
  }

  void change(String file, String text) {
    int version = versions.merge(file, 1, Integer::sum);
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), version),
                List.of(new TextDocumentContentChangeEvent(text))));
  }

  /** The problems of a file, as soon as they are as they should be. */
  synchronized List<Diagnostic> problems(String file, Predicate<List<Diagnostic>> right) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<Diagnostic> now = diagnostics.get(uri(file));
    while (now == null || !right.test(now)) {
      waitUntil(end, "the problems of " + file + " are still " + now);
      now = diagnostics.get(uri(file));
    }
    return now;
  }

  void link(String file, Path target) throws IOException {
    Files.createSymbolicLink(folder.resolve(file), target);
  }

  void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  /** Tells of a change on disk. */
  void touched(String file, FileChangeType change) {
    server
        .getWorkspaceService()
        .didChangeWatchedFiles(
            new DidChangeWatchedFilesParams(List.of(new FileEvent(uri(file), change))));
  }

  /** What stands above the lines of a file, as soon as one of them is as it should be. */
  synchronized List<String> lenses(String file, Predicate<String> right) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<String> now = lenses(file);
    while (now.stream().noneMatch(right)) {
      waitUntil(end, "the lenses of " + file + " are still " + now);
      now = lenses(file);
    }
    return now;
  }

  private List<String> lenses(String file) {
    return await(server.getTextDocumentService().codeLens(new CodeLensParams(document(file))))
        .stream()
        .map(lens -> lens.getCommand().getTitle())
        .toList();
  }

  private synchronized void waitUntil(long end, String otherwise) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0 || !process.isAlive()) {
      throw new AssertionError(otherwise);
    }
    try {
      wait(left);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  static Predicate<List<Diagnostic>> has(String code) {
    return all -> all.stream().anyMatch(d -> d.getCode().getLeft().equals(code));
  }

  static Predicate<List<Diagnostic>> none() {
    return List::isEmpty;
  }

  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    }
  }

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams published) {
    diagnostics.put(published.getUri(), published.getDiagnostics());
    notifyAll();
  }

  /** Says goodbye and returns the exit code. */
  int leave() {
    await(server.shutdown());
    server.exit();
    return await(process.onExit()).exitValue();
  }

  @Override
  public void close() {
    process.destroy();
  }

  @Override
  public synchronized CompletableFuture<Void> refreshCodeLenses() {
    notifyAll();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void telemetryEvent(Object event) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}
}
