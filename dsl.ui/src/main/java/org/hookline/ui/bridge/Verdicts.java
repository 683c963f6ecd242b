package org.hookline.ui.bridge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IResource;
import org.hookline.check.CheckResult;
import org.hookline.dsl.ide.verdict.VerdictBoard;

/**
 * What the brain found out in the background about the checks of files that are open or changed.
 */
public final class Verdicts {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Verdicts() {}

  /** The latest verdicts on a file, of its text as it is or as it was a moment ago. */
  public Optional<List<CheckResult>> latest(IResource file) {
    return Locations.of(file)
        .map(Locations::uri)
        .flatMap(uri -> LanguageInjector.get(VerdictBoard.class).latest(uri));
  }

  /** Asks to be told, on some thread, when there are new verdicts. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }
}
