package org.hookline.dsl.problem;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/** Collects problems; the same one at the same place counts once. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  public void error(String code, Origin origin, String message, String hint) {
    add(new Problem(Severity.ERROR, code, message, hint, origin));
  }

  public void warning(String code, Origin origin, String message, String hint) {
    add(new Problem(Severity.WARNING, code, message, hint, origin));
  }

  public void malformed(Malformed word, Origin origin) {
    error(word.code(), origin, word.getMessage(), word.hint());
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** In order of place. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::origin)).toList();
  }
}
