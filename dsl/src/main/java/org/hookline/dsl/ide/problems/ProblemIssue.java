package org.hookline.dsl.ide.problems;

import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.Issue.IssueImpl;
import org.hookline.dsl.ide.network.LoweredFile;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.source.Problem;

/** Problems in the form that Xtext passes to editors. */
public final class ProblemIssue {
  private ProblemIssue() {}

  /** A problem of the file itself. */
  public static Issue of(Problem problem, LoweredFile file) {
    TextLines lines = file.texts().get(file.file());
    TextSpan span = lines.span(problem.origin());
    IssueImpl issue = new IssueImpl();
    issue.setCode(problem.code());
    issue.setMessage(
        problem.hint().isEmpty() ? problem.message() : problem.message() + "; " + problem.hint());
    issue.setSeverity(severity(problem));
    issue.setUriToProblem(file.file());
    issue.setOffset(span.offset());
    issue.setLength(span.length());
    issue.setLineNumber(lines.line(span.offset()) + 1);
    issue.setColumn(lines.column(span.offset()) + 1);
    issue.setLineNumberEnd(lines.line(span.end()) + 1);
    issue.setColumnEnd(lines.column(span.end()) + 1);
    return issue;
  }

  private static Severity severity(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case NOTE -> Severity.INFO;
    };
  }
}
