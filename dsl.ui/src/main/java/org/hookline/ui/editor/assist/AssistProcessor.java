package org.hookline.ui.editor.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.TextEdit;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.text.Patience;
import org.hookline.ui.text.Places;

/** Asks the brain what can be written at the cursor. Runs on the assistant's own thread. */
public final class AssistProcessor implements IContentAssistProcessor {
  private final Supplier<Optional<OpenText>> text;

  public AssistProcessor(Supplier<Optional<OpenText>> text) {
    this.text = text;
  }

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    return text.get()
        .map(open -> proposals(open, offset))
        .orElse(List.of())
        .toArray(ICompletionProposal[]::new);
  }

  private static List<ICompletionProposal> proposals(OpenText open, int offset) {
    CompletionParams place =
        new CompletionParams(open.identifier(), Places.position(open.document(), offset));
    return Patience.await(open.brain().ask(s -> s.completion(place)), Patience.ASIDE)
        .map(answer -> answer.map(items -> items, CompletionList::getItems))
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(AssistProcessor::rank))
        .map(item -> proposal(item, open.document(), offset))
        .toList();
  }

  private static String rank(CompletionItem item) {
    return item.getSortText() == null ? item.getLabel() : item.getSortText();
  }

  private static ICompletionProposal proposal(CompletionItem item, IDocument text, int offset) {
    if (item.getTextEdit() != null && item.getTextEdit().isLeft()) {
      TextEdit edit = item.getTextEdit().getLeft();
      IRegion replaced = Places.region(text, edit.getRange());
      return new Proposal(
          item, edit.getNewText(), new Region(replaced.getOffset(), replaced.getLength()));
    }
    String words = item.getInsertText() == null ? item.getLabel() : item.getInsertText();
    return new Proposal(item, words, new Region(offset, 0));
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return null;
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[] {'.'};
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return null;
  }

  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
