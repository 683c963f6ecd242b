package org.hookline.ui.editor.problem;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.hookline.ui.text.DiagnosticText;

/** An underlined part of a text that something is wrong with. */
public final class ProblemAnnotation extends Annotation {
  private final Diagnostic problem;

  ProblemAnnotation(Diagnostic problem) {
    super(type(problem.getSeverity()), false, DiagnosticText.of(problem));
    this.problem = problem;
  }

  /** What is wrong; its range is that of the text when it was found. */
  public Diagnostic problem() {
    return problem;
  }

  private static String type(DiagnosticSeverity severity) {
    return switch (severity) {
      case Error -> "org.eclipse.ui.workbench.texteditor.error";
      case Warning -> "org.eclipse.ui.workbench.texteditor.warning";
      case Information, Hint -> "org.eclipse.ui.workbench.texteditor.info";
    };
  }
}
