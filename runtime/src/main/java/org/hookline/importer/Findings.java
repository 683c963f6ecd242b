package org.hookline.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hookline.addr.Malformed;
import org.hookline.model.Unmodelled;
import org.hookline.source.Origin;

/** What an import has met on its way: what it could not carry, and how much it did. */
final class Findings {
  private static final int LONGEST = 200;

  private final List<Unmodelled> unmodelled = new ArrayList<>();
  private final Map<Counted, Integer> counts = new EnumMap<>(Counted.class);

  /** Something was read in full. */
  void count(Counted what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Something was read, but the model cannot carry it. */
  void unmodelled(String what, String why, Origin origin) {
    String brief = what.strip();
    unmodelled.add(
        new Unmodelled(
            brief.length() > LONGEST ? brief.substring(0, LONGEST) + " …" : brief, why, origin));
  }

  /** Something could not be read. */
  void unread(Dump.Line line, Malformed problem) {
    String hint = problem.hint().isEmpty() ? "" : "; right would be: " + problem.hint();
    unmodelled(line.text(), problem.getMessage() + hint, line.origin());
  }

  List<Unmodelled> unmodelled() {
    return List.copyOf(unmodelled);
  }

  Counts counts() {
    return new Counts(counts);
  }
}
