package org.hookline.dsl.lsp;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.util.Modules;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.SynchronizedXtextResourceSet;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.verdict.VerdictBoard;
import org.hookline.dsl.prove.ProofQueue;
import org.hookline.dsl.prove.Prover;

/** The parts of the server; the services of the language come from the language itself. */
public final class ServerModule extends AbstractModule {
  /** Long enough to type a word, short enough to wait for. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private static final URI ANY_TEXT = URI.createURI("any.hkl");

  private ServerModule() {}

  /** The whole server; the language must have been set up. */
  public static com.google.inject.Module all() {
    return Modules.override(new org.eclipse.xtext.ide.server.ServerModule())
        .with(new ServerModule());
  }

  @Override
  protected void configure() {
    bind(LanguageServerImpl.class).to(HooklineServer.class);
    bind(WorkspaceManager.class).to(Workspace.class);
    bind(ProjectManager.class).to(Project.class);
    bind(XtextResourceSet.class).to(SynchronizedXtextResourceSet.class);
    bind(IFileSystemScanner.class).to(TextFileScanner.class);
    bind(ILanguageServerShutdownAndExitHandler.class).to(Farewell.class);
    bind(IResourceServiceProvider.Registry.class)
        .toInstance(IResourceServiceProvider.Registry.INSTANCE);
  }

  @Provides
  LoweredFiles networks(IResourceServiceProvider.Registry languages) {
    return languages.getResourceServiceProvider(ANY_TEXT).get(LoweredFiles.class);
  }

  @Provides
  VerdictBoard board(IResourceServiceProvider.Registry languages) {
    return languages.getResourceServiceProvider(ANY_TEXT).get(VerdictBoard.class);
  }

  /** One proof at a time: the other cores answer the client. */
  @Provides
  @Singleton
  ScheduledExecutorService worker() {
    ScheduledThreadPoolExecutor worker =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "proofs");
              thread.setDaemon(true);
              return thread;
            });
    worker.setRemoveOnCancelPolicy(true);
    return worker;
  }

  @Provides
  @Singleton
  ProofQueue queue(IResourceServiceProvider.Registry languages, ScheduledExecutorService worker) {
    Prover prover = languages.getResourceServiceProvider(ANY_TEXT).get(Prover.class);
    return new ProofQueue(prover, worker, QUIET);
  }
}
