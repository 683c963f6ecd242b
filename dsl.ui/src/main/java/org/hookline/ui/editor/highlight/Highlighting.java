package org.hookline.ui.editor.highlight;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;

/** Colours by the letters alone: keywords, comments, strings. */
public final class Highlighting {
  private final WordScanner words = new WordScanner();
  private final RuleBasedScanner comments = new RuleBasedScanner();
  private final RuleBasedScanner strings = new RuleBasedScanner();

  public Highlighting() {
    readColours();
  }

  /** Takes the colours of the theme that is shown now. */
  public void readColours() {
    words.readColours();
    comments.setDefaultReturnToken(new Token(Style.COMMENT.attribute()));
    strings.setDefaultReturnToken(new Token(Style.STRING.attribute()));
  }

  public IPresentationReconciler reconciler() {
    PresentationReconciler reconciler = new PresentationReconciler();
    reconciler.setDocumentPartitioning(Partitions.NAME);
    repair(reconciler, IDocument.DEFAULT_CONTENT_TYPE, words);
    repair(reconciler, Partitions.BLOCK_COMMENT, comments);
    repair(reconciler, Partitions.LINE_COMMENT, comments);
    repair(reconciler, Partitions.STRING, strings);
    return reconciler;
  }

  private static void repair(PresentationReconciler reconciler, String type, ITokenScanner colour) {
    DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(colour);
    reconciler.setDamager(repairer, type);
    reconciler.setRepairer(repairer, type);
  }
}
