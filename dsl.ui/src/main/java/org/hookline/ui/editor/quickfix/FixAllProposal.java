package org.hookline.ui.editor.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.hookline.ui.Icon;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.edit.DocumentEdits;
import org.hookline.ui.edit.FileEdits;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Repairs every problem of one code in a file, each as is most likely meant. */
final class FixAllProposal implements ICompletionProposal {
  private final OpenText text;
  private final String code;
  private final List<Diagnostic> problems;

  FixAllProposal(OpenText text, String code, List<Diagnostic> problems) {
    this.text = text;
    this.code = code;
    this.problems = problems;
  }

  /** The repairs are asked for now and made when all are known, if nobody has typed meanwhile. */
  @Override
  public void apply(IDocument document) {
    int version = text.version();
    List<CompletableFuture<Optional<CodeAction>>> answers =
        problems.stream().map(problem -> Fixes.preferred(text.address(), problem)).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenRun(
            () ->
                Screen.later(
                    () -> {
                      if (text.version() == version) {
                        DocumentEdits.apply(together(answers, document), document);
                      }
                    }));
  }

  /** Repairs that touch what another one touches already are left for the next time. */
  private List<TextEdit> together(
      List<CompletableFuture<Optional<CodeAction>>> answers, IDocument document) {
    List<TextEdit> all = new ArrayList<>();
    for (CompletableFuture<Optional<CodeAction>> answer : answers) {
      List<TextEdit> edits =
          answer.join().map(a -> FileEdits.of(a.getEdit()).of(text.address())).orElse(List.of());
      boolean apart =
          edits.stream().noneMatch(e -> all.stream().anyMatch(o -> touch(e, o, document)));
      if (apart) {
        all.addAll(edits);
      }
    }
    return all;
  }

  private static boolean touch(TextEdit one, TextEdit other, IDocument document) {
    IRegion a = Places.region(document, one.getRange());
    IRegion b = Places.region(document, other.getRange());
    return a.getOffset() <= b.getOffset() + b.getLength()
        && b.getOffset() <= a.getOffset() + a.getLength();
  }

  @Override
  public String getDisplayString() {
    return "Fix all " + problems.size() + " problems '" + code + "' of this file";
  }

  @Override
  public String getAdditionalProposalInfo() {
    return "Each is repaired as is most likely meant.";
  }

  @Override
  public Image getImage() {
    return Icon.GOOD.image();
  }

  @Override
  public Point getSelection(IDocument document) {
    return null;
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }
}
