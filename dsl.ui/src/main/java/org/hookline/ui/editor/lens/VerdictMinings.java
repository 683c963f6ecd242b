package org.hookline.ui.editor.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.hookline.ui.bridge.OpenText;

/** The verdict above each check, as the brain knows it. */
public final class VerdictMinings extends AbstractCodeMiningProvider {
  private final Supplier<Optional<OpenText>> text;

  public VerdictMinings(Supplier<Optional<OpenText>> text) {
    this.text = text;
  }

  @Override
  public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(
      ITextViewer viewer, IProgressMonitor monitor) {
    return text.get()
        .map(this::minings)
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  private CompletableFuture<List<? extends ICodeMining>> minings(OpenText open) {
    return open.brain()
        .ask(s -> s.codeLens(new CodeLensParams(open.identifier())))
        .thenApply(lenses -> minings(lenses, open));
  }

  private List<ICodeMining> minings(List<? extends CodeLens> lenses, OpenText open) {
    List<ICodeMining> minings = new ArrayList<>();
    for (CodeLens lens : lenses) {
      try {
        minings.add(new Verdict(lens, open, this));
      } catch (BadLocationException changed) {
        // the text is shorter by now; the reconciler asks again
      }
    }
    return minings;
  }

  private static final class Verdict extends LineHeaderCodeMining {
    Verdict(CodeLens lens, OpenText open, VerdictMinings provider) throws BadLocationException {
      super(lens.getRange().getStart().getLine(), open.document(), provider);
      setLabel(lens.getCommand() == null ? "" : lens.getCommand().getTitle());
    }
  }
}
