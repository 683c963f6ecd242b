package org.hookline.dsl.lsp;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.hookline.check.CheckResult;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.network.LoweredFiles;
import org.hookline.dsl.ide.problems.ProblemIssue;
import org.hookline.dsl.ide.verdict.VerdictBoard;
import org.hookline.dsl.ide.verdict.VerdictProblems;
import org.hookline.dsl.prove.NetworkTexts;
import org.hookline.dsl.prove.Proof;
import org.hookline.dsl.prove.ProofQueue;
import org.hookline.source.Problem;

/**
 * Puts verdicts beside the other problems of each file. The verdicts of the state before stay until
 * the new ones are there, moved to where their checks stand now.
 */
@Singleton
public final class Proofs {
  private static final Logger LOG = Logger.getLogger(Proofs.class);

  private final LoweredFiles networks;
  private final VerdictBoard board;
  private final ProofQueue queue;
  private final Map<URI, List<Issue>> problems = new HashMap<>();
  private final Map<URI, Verdicts> verdicts = new HashMap<>();
  private BiConsumer<URI, List<Issue>> publish = (file, issues) -> {};
  private Runnable refresh = () -> {};

  @Inject
  Proofs(LoweredFiles networks, VerdictBoard board, ProofQueue queue) {
    this.networks = networks;
    this.board = board;
    this.queue = queue;
  }

  /** Who shows problems to the user. */
  void publishTo(BiConsumer<URI, List<Issue>> client) {
    publish = client;
  }

  /** Who wants to know that there are new verdicts. */
  void refreshWith(Runnable client) {
    refresh = client;
  }

  /** What the build found in a file. */
  synchronized void problems(URI file, Iterable<Issue> found) {
    List<Issue> issues = new ArrayList<>();
    found.forEach(issues::add);
    problems.put(file, issues);
    publish(file);
  }

  /** Orders the verdicts on a file that has just been built. */
  synchronized void order(XtextResource resource) {
    if (!(resource.getContents().get(0) instanceof NetworkFile)) {
      return;
    }
    LoweredFile file = networks.of(resource);
    show(file, board.latest(file.file()).orElse(List.of()));
    String key = file.file().toString();
    if (file.network().isEmpty() || file.network().get().checks().isEmpty()) {
      queue.forget(key);
      return;
    }
    NetworkTexts texts = file.networkTexts();
    queue.add(
        new ProofQueue.Order(key, texts, file.network().get(), proof -> hear(file, texts, proof)));
  }

  /** Nothing is known any more about a file that is gone. */
  synchronized void forget(URI file) {
    queue.forget(file.toString());
    board.forget(file);
    problems.remove(file);
    verdicts.remove(file);
    publish.accept(file, List.of());
  }

  /** Nobody looks at what a worker throws: it is told here. */
  private void hear(LoweredFile file, NetworkTexts texts, Proof proof) {
    try {
      arrived(file, texts, proof);
    } catch (RuntimeException bug) {
      LOG.error("Showing the verdicts on " + file.file() + " failed", bug);
    }
  }

  private synchronized void arrived(LoweredFile file, NetworkTexts texts, Proof proof) {
    Optional<List<CheckResult>> results =
        proof.in(
            new Proof.Handler<>() {
              @Override
              public Optional<List<CheckResult>> judged(List<CheckResult> judged) {
                return Optional.of(judged);
              }

              @Override
              public Optional<List<CheckResult>> failed(String reason) {
                LOG.error("Judging " + file.file() + " failed: " + reason);
                return Optional.empty();
              }
            });
    results.ifPresent(
        judged -> {
          board.put(file.file(), texts, judged);
          refresh.run();
          show(file, judged);
        });
  }

  private void show(LoweredFile file, List<CheckResult> results) {
    Verdicts now = new Verdicts(VerdictProblems.of(file, results), file);
    Verdicts before = verdicts.put(file.file(), now);
    if (!now.found().equals(before == null ? List.of() : before.found())) {
      publish(file.file());
    }
  }

  private void publish(URI file) {
    List<Issue> all = new ArrayList<>(problems.getOrDefault(file, List.of()));
    if (verdicts.containsKey(file)) {
      all.addAll(verdicts.get(file).issues());
    }
    publish.accept(file, all);
  }

  /** What the verdicts on a file have to complain about. */
  private record Verdicts(List<Problem> found, LoweredFile file) {
    List<Issue> issues() {
      return found.stream().map(problem -> ProblemIssue.of(problem, file)).toList();
    }
  }
}
