package org.hookline.ui.run;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;

/**
 * What is to be run.
 *
 * @param only the name of the one check or simulation; empty for all of the files
 */
public record RunRequest(Kind kind, List<IFile> files, Optional<String> only) {

  /** What is done with the files. */
  public enum Kind {
    CHECK("Check"),
    SIMULATE("Simulate");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As a menu says it. */
    public String word() {
      return word;
    }
  }

  boolean includes(String name) {
    return only.isEmpty() || only.get().equals(name);
  }

  /** As a title. */
  public String text() {
    String what = files.size() == 1 ? files.get(0).getName() : files.size() + " files";
    return kind.word() + " " + only.map(name -> "\"" + name + "\" of ").orElse("") + what;
  }
}
