package org.hookline.ui.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.xtext.ide.server.LanguageServerImpl;

/**
 * The one brain of all editors, views and builders: the language server, called in process. It is
 * spoken to on one lane, in order, and starts on the first word; whoever asks never waits for the
 * start, only for the answer.
 */
public final class Brain {
  private static final Brain ONLY = new Brain();

  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "Hookline brain");
            thread.setDaemon(true);
            return thread;
          });
  private final Diagnostics diagnostics = new Diagnostics();
  private final Verdicts verdicts = new Verdicts();
  private final List<OpenText> open = new ArrayList<>();
  private final Set<IProject> projects = new LinkedHashSet<>();
  private ServerSetup.Started started;

  private Brain() {}

  public static Brain get() {
    return ONLY;
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  public Verdicts verdicts() {
    return verdicts;
  }

  /** Shows the brain a text that is being edited, until it is closed. */
  public OpenText open(String address, IDocument document) {
    OpenText text = new OpenText(this, address, document);
    tell(
        s -> {
          open.add(text);
          text.tell(s);
        });
    return text;
  }

  void closed(OpenText text) {
    tell(
        s -> {
          open.remove(text);
          text.tellClosed(s);
        });
  }

  /** Makes a project's files part of the index; once is enough. */
  public void know(IProject project) {
    tell(
        s -> {
          if (projects.add(project)) {
            s.didChangeWorkspaceFolders(folders(List.of(project), List.of()));
          }
        });
  }

  /** Forgets a project that was closed or deleted. */
  public void forget(IProject project) {
    tell(
        s -> {
          if (projects.remove(project)) {
            s.didChangeWorkspaceFolders(folders(List.of(), List.of(project)));
          }
        });
  }

  private static DidChangeWorkspaceFoldersParams folders(
      List<IProject> added, List<IProject> removed) {
    return new DidChangeWorkspaceFoldersParams(
        new WorkspaceFoldersChangeEvent(
            added.stream().map(Brain::folder).toList(),
            removed.stream().map(Brain::folder).toList()));
  }

  /** Projects are found by name: one that was deleted has no place any more. */
  private static WorkspaceFolder folder(IProject project) {
    return new WorkspaceFolder("eclipse:/" + project.getName(), project.getName());
  }

  /** Tells of files that changed on disk. */
  public void changed(List<FileEvent> events) {
    if (!events.isEmpty()) {
      tell(s -> s.didChangeWatchedFiles(new DidChangeWatchedFilesParams(events)));
    }
  }

  /** Done when everything that was told before is digested, its diagnostics published. */
  public CompletableFuture<Void> settled() {
    return answer(s -> s.getRequestManager().runRead(cancelled -> null));
  }

  /**
   * Asks about texts as they are now. A question that a later change interrupted is asked again.
   *
   * @return completes on a thread of the brain
   */
  public <T> CompletableFuture<T> ask(
      Function<TextDocumentService, CompletableFuture<T>> question) {
    return answer(question::apply);
  }

  /** The words of a text that mean something, in order. */
  public CompletableFuture<List<SemanticWord>> words(OpenText text) {
    return answer(
        s ->
            s.semanticTokensFull(new SemanticTokensParams(text.identifier()))
                .thenApply(tokens -> SemanticWord.decode(tokens, started.tokenKinds())));
  }

  private <T> CompletableFuture<T> answer(
      Function<LanguageServerImpl, CompletableFuture<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    pose(question, answer);
    return answer;
  }

  private <T> void pose(
      Function<LanguageServerImpl, CompletableFuture<T>> question, CompletableFuture<T> answer) {
    onLane(
        s -> {
          if (!answer.isDone()) {
            CompletableFuture<T> asked = question.apply(s);
            answer.whenComplete((value, failure) -> asked.cancel(true));
            asked.whenComplete((value, failure) -> pass(value, failure, question, answer));
          }
        },
        answer::completeExceptionally);
  }

  private <T> void pass(
      T value,
      Throwable failure,
      Function<LanguageServerImpl, CompletableFuture<T>> question,
      CompletableFuture<T> answer) {
    if (failure == null) {
      answer.complete(value);
    } else if (interrupted(failure)) {
      pose(question, answer);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private static boolean interrupted(Throwable failure) {
    Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
    return reason instanceof CancellationException;
  }

  private void tell(Consumer<LanguageServerImpl> message) {
    onLane(message, failure -> {});
  }

  /** Runs when everything before has been said, and the texts are known as they are. */
  private void onLane(Consumer<LanguageServerImpl> message, Consumer<Throwable> failed) {
    lane.execute(
        () -> {
          try {
            if (started == null) {
              started = ServerSetup.start(new Listener(diagnostics, verdicts));
            }
            open.forEach(text -> text.tell(started.server()));
            message.accept(started.server());
          } catch (RuntimeException | LinkageError e) {
            ILog.of(Brain.class).error("The language service failed", e);
            failed.accept(e);
          }
        });
  }
}
