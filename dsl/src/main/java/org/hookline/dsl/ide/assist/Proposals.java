package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.xtext.CurrentTypeFinder;
import org.hookline.dsl.ide.assist.WordProposals.Word;

/**
 * Proposals by grammar: keywords that can follow, names that are visible, words that their place
 * takes, and templates. Punctuation is not proposed; it is typed sooner than chosen.
 */
public class Proposals extends IdeContentProposalProvider {
  private final CurrentTypeFinder types;
  private final KeywordMeanings meanings;
  private final Templates templates;
  private final WordProposals words;

  @Inject
  Proposals(
      CurrentTypeFinder types, KeywordMeanings meanings, Templates templates, WordProposals words) {
    this.types = types;
    this.meanings = meanings;
    this.templates = templates;
    this.words = words;
  }

  @Override
  protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
    return Character.isLetter(keyword.getValue().charAt(0)) && !ValueRules.isName(keyword);
  }

  @Override
  protected void _createProposals(
      Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (filterKeyword(keyword, context)) {
      keyword(keyword, context, acceptor);
      templates
          .beginningWith(keyword, context)
          .forEach(template -> template(template, context, acceptor));
    }
  }

  /** Found by its name and by its first word. */
  private void template(
      Template template, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    String prefix = context.getPrefix();
    if (template.name().startsWith(prefix) || template.text().startsWith(prefix)) {
      ContentAssistEntry entry = new ContentAssistEntry();
      entry.setProposal(template.text());
      entry.setPrefix(prefix);
      entry.setLabel(template.name());
      entry.setDescription(template.description());
      entry.setKind(ContentAssistEntry.KIND_SNIPPET);
      acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry));
    }
  }

  private void keyword(
      Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    ContentAssistEntry entry =
        getProposalCreator()
            .createProposal(keyword.getValue(), context, ContentAssistEntry.KIND_KEYWORD, null);
    if (entry != null) {
      entry.setDocumentation(meanings.of(keyword).orElse(null));
      acceptor.accept(entry, getProposalPriorities().getKeywordPriority(keyword.getValue(), entry));
    }
  }

  @Override
  protected void _createProposals(
      Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    AbstractElement value = assignment.getTerminal();
    EClassifier type = types.findCurrentTypeAfter(assignment);
    if (type instanceof EClass owner) {
      EStructuralFeature feature = owner.getEStructuralFeature(assignment.getFeature());
      words.of(feature, context).forEach(word -> word(word, context, acceptor));
    }
    if (value instanceof CrossReference) {
      createProposals(value, context, acceptor);
    } else if (value instanceof RuleCall call
        && call.getRule() instanceof ParserRule rule
        && GrammarUtil.isDatatypeRule(rule)) {
      ValueRules.keywords(rule).forEach(keyword -> keyword(keyword, context, acceptor));
    }
  }

  private void word(Word word, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    ContentAssistEntry entry =
        getProposalCreator()
            .createProposal(
                word.text(),
                context,
                ContentAssistEntry.KIND_VALUE,
                proposal -> proposal.setDescription(word.detail()));
    acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry));
  }
}
