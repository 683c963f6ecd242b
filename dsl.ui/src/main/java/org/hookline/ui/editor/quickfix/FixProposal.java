package org.hookline.ui.editor.quickfix;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.hookline.ui.Icon;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.edit.DocumentEdits;
import org.hookline.ui.edit.FileChanges;
import org.hookline.ui.edit.FileEdits;
import org.hookline.ui.editor.hover.MarkdownPresenter;

/** A repair in the list of Ctrl+1, with what comes of it beside. */
final class FixProposal
    implements ICompletionProposal, ICompletionProposalExtension3, ICompletionProposalExtension5 {
  private final OpenText text;
  private final CodeAction action;
  private final FileEdits edits;

  FixProposal(OpenText text, CodeAction action) {
    this.text = text;
    this.action = action;
    this.edits = FileEdits.of(action.getEdit());
  }

  /** Edits of this text only are left to be saved; those of other files are made and saved. */
  @Override
  public void apply(IDocument document) {
    if (edits.only(text.address())) {
      DocumentEdits.apply(edits.of(text.address()), document);
      return;
    }
    try {
      NullProgressMonitor monitor = new NullProgressMonitor();
      FileChanges.perform(FileChanges.of(action.getTitle(), edits, monitor), monitor);
    } catch (CoreException e) {
      ILog.of(FixProposal.class).error("Cannot apply: " + action.getTitle(), e);
    }
  }

  @Override
  public String getDisplayString() {
    return action.getTitle();
  }

  @Override
  public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
    return getAdditionalProposalInfo();
  }

  /** What the brain says comes of it, then the lines that change. */
  @Override
  public String getAdditionalProposalInfo() {
    String lines = LineDiff.of(edits.of(text.address()), text.document());
    String effect = Fixes.description(action);
    return (effect + "\n\n" + (lines.isEmpty() ? "" : "```\n" + lines + "\n```")).strip();
  }

  @Override
  public IInformationControlCreator getInformationControlCreator() {
    return MarkdownPresenter.creator();
  }

  @Override
  public Image getImage() {
    return Fixes.isPreferred(action) ? Icon.GOOD.image() : Icon.RULE.image();
  }

  @Override
  public Point getSelection(IDocument document) {
    return null;
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }

  @Override
  public CharSequence getPrefixCompletionText(IDocument document, int offset) {
    return null;
  }

  @Override
  public int getPrefixCompletionStart(IDocument document, int offset) {
    return offset;
  }
}
