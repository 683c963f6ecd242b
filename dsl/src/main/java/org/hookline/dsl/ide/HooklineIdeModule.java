package org.hookline.dsl.ide;

import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.ide.editor.folding.IFoldingRangeProvider;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.ide.server.rename.IRenameService2;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.validation.IResourceValidator;
import org.hookline.dsl.ide.assist.NameProposals;
import org.hookline.dsl.ide.assist.Proposals;
import org.hookline.dsl.ide.fold.Folding;
import org.hookline.dsl.ide.hover.HoverAnswers;
import org.hookline.dsl.ide.index.ImportIndex;
import org.hookline.dsl.ide.lens.LensService;
import org.hookline.dsl.ide.navigate.NavigationService;
import org.hookline.dsl.ide.occurrences.OccurrenceService;
import org.hookline.dsl.ide.problems.ProblemValidator;
import org.hookline.dsl.ide.quickfix.FixActions;
import org.hookline.dsl.ide.rename.RenameService;
import org.hookline.dsl.ide.symbols.OutlineService;
import org.hookline.dsl.ide.tokens.Highlighting;

/** The services of the editor: what Xtext asks for, answered by the rooms of this package. */
public class HooklineIdeModule extends AbstractHooklineIdeModule {

  public Class<? extends IResourceValidator> bindIResourceValidator() {
    return ProblemValidator.class;
  }

  public Class<? extends IResourceDescription.Manager> bindIResourceDescription$Manager() {
    return ImportIndex.class;
  }

  public Class<? extends IdeContentProposalProvider> bindIdeContentProposalProvider() {
    return Proposals.class;
  }

  public Class<? extends IdeCrossrefProposalProvider> bindIdeCrossrefProposalProvider() {
    return NameProposals.class;
  }

  public Class<? extends ISemanticHighlightingCalculator> bindISemanticHighlightingCalculator() {
    return Highlighting.class;
  }

  public Class<? extends HierarchicalDocumentSymbolService>
      bindHierarchicalDocumentSymbolService() {
    return OutlineService.class;
  }

  public Class<? extends DocumentSymbolService> bindDocumentSymbolService() {
    return NavigationService.class;
  }

  public Class<? extends IDocumentHighlightService> bindIDocumentHighlightService() {
    return OccurrenceService.class;
  }

  @Override
  public Class<? extends IRenameService2> bindIRenameService2() {
    return RenameService.class;
  }

  public Class<? extends ICodeLensService> bindICodeLensService() {
    return LensService.class;
  }

  public Class<? extends ICodeActionService2> bindICodeActionService2() {
    return FixActions.class;
  }

  public Class<? extends IHoverService> bindIHoverService() {
    return HoverAnswers.class;
  }

  public Class<? extends IFoldingRangeProvider> bindIFoldingRangeProvider() {
    return Folding.class;
  }
}
