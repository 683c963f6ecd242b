package org.hookline.ui.editor.quickfix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.problem.ProblemAnnotation;
import org.hookline.ui.text.DiagnosticText;
import org.hookline.ui.text.Patience;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/**
 * What Ctrl+1 offers. A repair that takes long to find, because its effect is proved over all
 * packets, does not hold the workbench up: the list says so and is shown again when it is known.
 */
public final class QuickFixes implements IQuickAssistProcessor {
  private static final Duration AT_ONCE = Duration.ofMillis(250);

  private final Supplier<Optional<OpenText>> text;
  private Asked asked;

  public QuickFixes(Supplier<Optional<OpenText>> text) {
    this.text = text;
  }

  /** A question and what it was about. */
  private record Asked(int version, int line, CompletableFuture<List<CodeAction>> answer) {}

  @Override
  public boolean canAssist(IQuickAssistInvocationContext context) {
    return text.get().isPresent();
  }

  @Override
  public boolean canFix(Annotation annotation) {
    return annotation instanceof ProblemAnnotation;
  }

  @Override
  public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
    return text.get()
        .map(open -> proposals(open, context))
        .orElse(List.of())
        .toArray(ICompletionProposal[]::new);
  }

  private List<ICompletionProposal> proposals(
      OpenText open, IQuickAssistInvocationContext context) {
    IDocument document = open.document();
    Position cursor = Places.position(document, Math.max(0, context.getOffset()));
    List<Diagnostic> here = onLine(open, cursor.getLine());
    Asked question = ask(open, cursor, here);
    Optional<List<CodeAction>> known = known(question.answer());
    List<ICompletionProposal> proposals = new ArrayList<>();
    if (known.isEmpty()) {
      question
          .answer()
          .thenRun(() -> Screen.later(() -> again(context.getSourceViewer(), open, question)));
      proposals.add(
          new CompletionProposal(
              "", context.getOffset(), 0, 0, null, "Looking for fixes …", null, null));
      return proposals;
    }
    known.get().forEach(action -> proposals.add(new FixProposal(open, action)));
    here.stream()
        .map(DiagnosticText::code)
        .distinct()
        .forEach(code -> fixAll(open, code).ifPresent(proposals::add));
    return proposals;
  }

  private static List<Diagnostic> onLine(OpenText open, int line) {
    return open.brain().diagnostics().of(open.address()).stream()
        .filter(problem -> problem.getRange().getStart().getLine() <= line)
        .filter(problem -> problem.getRange().getEnd().getLine() >= line)
        .toList();
  }

  private Asked ask(OpenText open, Position cursor, List<Diagnostic> problems) {
    boolean same =
        asked != null
            && asked.version() == open.version()
            && asked.line() == cursor.getLine()
            && !asked.answer().isCompletedExceptionally();
    if (!same) {
      asked =
          new Asked(
              open.version(),
              cursor.getLine(),
              Fixes.of(open.address(), new Range(cursor, cursor), problems));
    }
    return asked;
  }

  /** The answer, if it is there or nearly so; the question stays asked. */
  private static Optional<List<CodeAction>> known(CompletableFuture<List<CodeAction>> answer) {
    return Patience.await(answer.copy(), AT_ONCE);
  }

  private static void again(ISourceViewer viewer, OpenText open, Asked question) {
    boolean waiting =
        viewer instanceof SourceViewer shown
            && shown.getTextWidget() != null
            && !shown.getTextWidget().isDisposed()
            && open.version() == question.version()
            && Places.position(open.document(), shown.getSelectedRange().x).getLine()
                == question.line();
    if (waiting) {
      ((SourceViewer) viewer).doOperation(ISourceViewer.QUICK_ASSIST);
    }
  }

  private static Optional<ICompletionProposal> fixAll(OpenText open, String code) {
    List<Diagnostic> same =
        open.brain().diagnostics().of(open.address()).stream()
            .filter(problem -> DiagnosticText.code(problem).equals(code))
            .toList();
    return same.size() < 2 || code.startsWith("check-")
        ? Optional.empty()
        : Optional.of(new FixAllProposal(open, code, same));
  }

  @Override
  public String getErrorMessage() {
    return null;
  }
}
