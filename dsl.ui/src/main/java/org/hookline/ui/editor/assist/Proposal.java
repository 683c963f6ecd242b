package org.hookline.ui.editor.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.hookline.ui.Icon;
import org.hookline.ui.editor.hover.MarkdownPresenter;
import org.hookline.ui.text.Markdown;

/** Something that can be written at the cursor; it stays in the list while the user types on. */
final class Proposal
    implements ICompletionProposal,
        ICompletionProposalExtension2,
        ICompletionProposalExtension3,
        ICompletionProposalExtension5,
        ICompletionProposalExtension6 {
  private final CompletionItem item;
  private final String text;
  private final int start;
  private int end;
  private Point selection;

  /**
   * @param text what is written, with the gaps of a snippet
   * @param replaced what it replaces
   */
  Proposal(CompletionItem item, String text, Region replaced) {
    this.item = item;
    this.text = text;
    this.start = replaced.getOffset();
    this.end = replaced.getOffset() + replaced.getLength();
  }

  private boolean isSnippet() {
    return item.getInsertTextFormat() == InsertTextFormat.Snippet;
  }

  @Override
  public void apply(ITextViewer viewer, char trigger, int modifiers, int offset) {
    IDocument document = viewer.getDocument();
    end = Math.max(end, offset);
    if (isSnippet()) {
      applySnippet(viewer, document);
    } else {
      apply(document);
    }
  }

  @Override
  public void apply(IDocument document) {
    String plain = isSnippet() ? Snippet.parse(text).text() : text;
    replace(document, plain);
    selection = new Point(start + plain.length(), 0);
  }

  private void replace(IDocument document, String words) {
    try {
      document.replace(start, end - start, words);
    } catch (BadLocationException edited) {
      throw new IllegalStateException("The text changed under the list of proposals", edited);
    }
  }

  private void applySnippet(ITextViewer viewer, IDocument document) {
    Snippet snippet = Snippet.parse(Snippet.indented(text, indent(document)));
    replace(document, snippet.text());
    selection = new Point(start + snippet.text().length(), 0);
    if (!snippet.gaps().isEmpty()) {
      fillIn(viewer, document, snippet);
    }
  }

  private String indent(IDocument document) {
    try {
      int line = document.getLineInformationOfOffset(start).getOffset();
      String before = document.get(line, start - line);
      return before.substring(0, before.length() - before.stripLeading().length());
    } catch (BadLocationException edited) {
      return "";
    }
  }

  /** Lets the user go from gap to gap with Tab. */
  private void fillIn(ITextViewer viewer, IDocument document, Snippet snippet) {
    try {
      LinkedModeModel model = new LinkedModeModel();
      for (Map.Entry<Integer, List<Region>> gap : snippet.gaps().entrySet()) {
        LinkedPositionGroup group = new LinkedPositionGroup();
        int order = gap.getKey() == 0 ? Integer.MAX_VALUE : gap.getKey();
        for (Region place : gap.getValue()) {
          group.addPosition(
              new LinkedPosition(document, start + place.getOffset(), place.getLength(), order));
        }
        model.addGroup(group);
      }
      model.forceInstall();
      LinkedModeUI ui = new LinkedModeUI(model, viewer);
      ui.setExitPosition(viewer, start + snippet.text().length(), 0, Integer.MAX_VALUE);
      ui.enter();
      selection = firstGap(snippet);
    } catch (BadLocationException e) {
      throw new IllegalStateException("A snippet's gaps lie in the snippet", e);
    }
  }

  private Point firstGap(Snippet snippet) {
    Region first =
        snippet.gaps().entrySet().stream()
            .min(Comparator.comparing(e -> e.getKey() == 0 ? Integer.MAX_VALUE : e.getKey()))
            .orElseThrow()
            .getValue()
            .get(0);
    return new Point(start + first.getOffset(), first.getLength());
  }

  @Override
  public boolean validate(IDocument document, int offset, DocumentEvent event) {
    try {
      String typed = document.get(start, offset - start);
      String wanted = item.getFilterText() == null ? item.getLabel() : item.getFilterText();
      if (startsWith(wanted, typed) || startsWith(text, typed)) {
        end = Math.max(end, offset);
        return true;
      }
      return false;
    } catch (BadLocationException moved) {
      return false;
    }
  }

  private static boolean startsWith(String word, String prefix) {
    return word.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  @Override
  public Point getSelection(IDocument document) {
    return selection;
  }

  @Override
  public StyledString getStyledDisplayString() {
    StyledString shown = new StyledString(item.getLabel());
    if (item.getDetail() != null && !item.getDetail().isBlank()) {
      shown.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
    }
    return shown;
  }

  @Override
  public String getDisplayString() {
    return item.getLabel();
  }

  @Override
  public Image getImage() {
    if (item.getKind() == null) {
      return Icon.ELEMENT.image();
    }
    Icon icon =
        switch (item.getKind()) {
          case Snippet -> Icon.FILE;
          case Keyword -> Icon.RULE;
          case Class, Module -> Icon.HOST;
          case Reference, Field, Variable -> Icon.NAME;
          default -> Icon.ELEMENT;
        };
    return icon.image();
  }

  @Override
  public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
    return getAdditionalProposalInfo();
  }

  @Override
  public String getAdditionalProposalInfo() {
    String documentation = Markdown.source(item.getDocumentation());
    String preview = isSnippet() ? "```\n" + Snippet.parse(text).text() + "\n```" : "";
    String info = (documentation + "\n\n" + preview).strip();
    return info.isEmpty() ? null : info;
  }

  @Override
  public IInformationControlCreator getInformationControlCreator() {
    return MarkdownPresenter.creator();
  }

  @Override
  public CharSequence getPrefixCompletionText(IDocument document, int offset) {
    return text;
  }

  @Override
  public int getPrefixCompletionStart(IDocument document, int offset) {
    return start;
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }

  @Override
  public void selected(ITextViewer viewer, boolean smart) {
    // nothing is shown in the text before it is chosen
  }

  @Override
  public void unselected(ITextViewer viewer) {
    // nothing was shown
  }
}
