package org.hookline.dsl.cli;

import java.util.List;
import org.hookline.dsl.load.Diagnosis;
import org.hookline.dsl.load.Loaded;
import org.hookline.export.Ink;
import org.hookline.source.Problem;

/** The problems of one file as frames; nothing when there are none. */
final class Report {
  private static final int SHOWN = 20;

  private final ProblemFrame frame;

  Report(Ink ink) {
    this.frame = new ProblemFrame(ink);
  }

  String of(String file, Loaded loaded) {
    StringBuilder report = new StringBuilder();
    List<Problem> problems = loaded.problems();
    problems.stream().limit(SHOWN).forEach(p -> report.append(frame.of(p, loaded)).append('\n'));
    if (problems.size() > SHOWN) {
      report.append("… and ").append(problems.size() - SHOWN).append(" more\n\n");
    }
    long errors = problems.stream().filter(Problem::isError).count();
    if (errors > 0) {
      report.append(file).append(errors < Diagnosis.MOST ? ": " : ": at least ");
      report.append(errors).append(errors == 1 ? " error" : " errors");
      report.append("; 'hookline explain CODE' says more about each\n");
    }
    return report.toString();
  }
}
