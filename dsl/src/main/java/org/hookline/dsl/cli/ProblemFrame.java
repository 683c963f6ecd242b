package org.hookline.dsl.cli;

import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.SourceText;
import org.hookline.export.Ink;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/** A problem with its place in the text, an excerpt, a caret and what would be right. */
final class ProblemFrame {
  private static final int TAB = 4;
  private static final int WIDEST = 160;

  private final Ink ink;

  ProblemFrame(Ink ink) {
    this.ink = ink;
  }

  String of(Problem problem, Loaded loaded) {
    StringBuilder frame = new StringBuilder();
    Origin origin = problem.origin();
    String kind = problem.severity().word() + "[" + problem.code() + "]";
    frame.append(colored(problem.severity(), kind)).append(": ");
    frame.append(ink.strong(problem.message())).append('\n');
    String number = String.valueOf(origin.line());
    String margin = " ".repeat(number.length());
    if (origin.known()) {
      frame.append(margin).append(ink.faint("--> "));
      frame.append(origin).append(':').append(origin.column()).append('\n');
      loaded.text(origin.file()).ifPresent(text -> excerpt(frame, text, problem, number, margin));
    }
    if (!problem.hint().isEmpty()) {
      frame.append(margin).append(ink.faint(" = ")).append("help: ");
      frame.append(problem.hint()).append('\n');
    }
    return frame.toString();
  }

  private void excerpt(
      StringBuilder frame, SourceText text, Problem problem, String number, String margin) {
    Origin origin = problem.origin();
    String line = text.line(origin.line());
    int start = Math.min(origin.column() - 1, line.length());
    int end = Math.min(start + Math.max(1, origin.length()), line.length());
    String before = flat(line.substring(0, start));
    String marked = flat(line.substring(start, end));
    String all = flat(line);
    String bar = ink.faint(" | ");
    frame.append(margin).append(ink.faint(" |")).append('\n');
    frame.append(ink.faint(number)).append(bar);
    frame.append(all.length() > WIDEST ? all.substring(0, WIDEST) + " …" : all).append('\n');
    if (before.length() <= WIDEST) {
      String carets = "^".repeat(Math.max(1, Math.min(marked.length(), WIDEST - before.length())));
      frame.append(margin).append(bar).append(" ".repeat(before.length()));
      frame.append(colored(problem.severity(), carets)).append('\n');
    }
  }

  /** Tabs as blanks, so that carets stand under what they mean; other controls as dots. */
  private static String flat(String text) {
    StringBuilder flat = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '\t') {
        flat.append(" ".repeat(TAB - flat.length() % TAB));
      } else {
        flat.append(Character.isISOControl(c) ? '·' : c);
      }
    }
    return flat.toString();
  }

  private String colored(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> ink.bad(text);
      case WARNING -> ink.open(text);
      case NOTE -> ink.good(text);
    };
  }
}
