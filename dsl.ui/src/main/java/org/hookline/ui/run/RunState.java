package org.hookline.ui.run;

import java.util.Collection;
import org.hookline.check.CheckResult;
import org.hookline.check.Verdict;

/** How far something has come, and what came of it; the worst is last. */
public enum RunState {
  /** As its author expected. */
  GOOD,
  WAITING,
  RUNNING,
  /** Somebody stopped it. */
  STOPPED,
  /** Depends on what the model does not determine, or was too much to find out. */
  OPEN,
  /** Not as its author expected. */
  BAD,
  /** It could not be run. */
  FAILED;

  static RunState worst(Collection<RunState> states) {
    return states.stream().reduce(GOOD, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  static RunState of(CheckResult result) {
    return result.met() ? GOOD : of(result.verdict());
  }

  static RunState of(Verdict verdict) {
    return switch (verdict) {
      case PROVED -> GOOD;
      case ASSUMED, INCONCLUSIVE -> OPEN;
      case REFUTED -> BAD;
    };
  }
}
