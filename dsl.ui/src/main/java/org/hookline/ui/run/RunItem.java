package org.hookline.ui.run;

import java.util.List;
import java.util.Optional;
import org.hookline.ui.source.SourcePlace;

/** A line of the results: a file, a check, a property, a simulation or an action. */
public interface RunItem {

  /** What is shown first. */
  String text();

  /** What is shown behind it in small print; may be empty. */
  String detail();

  RunState state();

  List<? extends RunItem> children();

  SourcePlace place();

  /** What finds this out once more, and no more than the check or simulation that it belongs to. */
  RunRequest request();

  /** The example that was played, if there is one. */
  default Optional<ShownTrace> trace() {
    return Optional.empty();
  }

  /** All there is to say, as people read it, a line each. */
  List<String> story();
}
