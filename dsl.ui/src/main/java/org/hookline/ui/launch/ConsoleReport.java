package org.hookline.ui.launch;

import java.io.PrintWriter;
import org.hookline.export.CheckText;
import org.hookline.export.Ink;
import org.hookline.export.SimulationText;
import org.hookline.source.Problem;
import org.hookline.ui.bridge.NetworkText;
import org.hookline.ui.run.FileRun;
import org.hookline.ui.run.RunReport;
import org.hookline.ui.run.RunRequest;

/** Tells a run on the console, in the words of the command line. */
final class ConsoleReport implements RunReport {
  private HooklineConsole console;
  private PrintWriter out;

  @Override
  public void starts(RunRequest request) {
    console = HooklineConsole.of(request.files().get(0));
    out = console.writer();
    out.println(request.text());
    out.println();
  }

  @Override
  public void reads(NetworkText text) {
    console.readsFrom(text.file());
    problems(text, out);
  }

  static void problems(NetworkText text, PrintWriter out) {
    text.problems().forEach(problem -> problem(problem, out));
  }

  static void problem(Problem problem, PrintWriter out) {
    String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
    String severity = problem.severity().word();
    out.println(problem.origin() + ": " + severity + ": " + problem.message() + hint);
  }

  @Override
  public void done(FileRun run) {
    if (!run.checks().isEmpty()) {
      out.print(new CheckText(Ink.PLAIN).of(run.checks()));
    }
    run.simulations()
        .forEach(
            s -> out.print(new SimulationText(Ink.PLAIN).of(s.simulation(), s.actions(), false)));
  }

  @Override
  public void ends(String summary) {
    out.println(summary);
    out.close();
  }
}
