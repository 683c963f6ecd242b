package org.hookline.ui.prefs;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.hookline.ui.text.DiagnosticText;

/**
 * Problems with the severities that the user has chosen. What makes a text no network stays an
 * error; verdicts and warnings can become anything.
 */
public final class ShownProblems {
  private static final String VERDICT = "check-";

  private ShownProblems() {}

  /** The problems that are shown, as severe as they are shown. */
  public static List<Diagnostic> of(List<Diagnostic> found) {
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic problem : found) {
      String code = DiagnosticText.code(problem);
      CountsAs chosen = canChange(problem, code) ? Preferences.severity(code) : CountsAs.DEFAULT;
      if (chosen != CountsAs.IGNORE) {
        shown.add(with(problem, chosen.instead(problem.getSeverity())));
      }
    }
    return shown;
  }

  private static boolean canChange(Diagnostic problem, String code) {
    return problem.getSeverity() != DiagnosticSeverity.Error || code.startsWith(VERDICT);
  }

  private static Diagnostic with(Diagnostic problem, DiagnosticSeverity severity) {
    if (severity == problem.getSeverity()) {
      return problem;
    }
    Diagnostic changed =
        new Diagnostic(
            problem.getRange(), DiagnosticText.of(problem), severity, problem.getSource());
    changed.setCode(problem.getCode());
    changed.setData(problem.getData());
    return changed;
  }
}
