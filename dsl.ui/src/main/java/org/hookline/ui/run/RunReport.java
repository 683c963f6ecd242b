package org.hookline.ui.run;

import org.hookline.ui.bridge.NetworkText;

/** Tells a run as it goes, beside the board: a console. Called on the run's thread. */
public interface RunReport {
  /** Says nothing. */
  RunReport NONE = new RunReport() {};

  default void starts(RunRequest request) {}

  /** A file has been read, with or without problems. */
  default void reads(NetworkText text) {}

  /** A file is done. */
  default void done(FileRun run) {}

  default void ends(String summary) {}
}
