package org.hookline.dsl.tests.ide;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.TextRegion;
import org.hookline.dsl.ide.assist.Proposals;

/** What can be written at a place, without an editor or a server around it. */
@Singleton
final class Completion {
  private final Provider<ContentAssistContextFactory> contexts;
  private final Provider<IdeContentProposalAcceptor> acceptors;
  private final Proposals proposals;

  @Inject
  Completion(
      Provider<ContentAssistContextFactory> contexts,
      Provider<IdeContentProposalAcceptor> acceptors,
      Proposals proposals) {
    this.contexts = contexts;
    this.acceptors = acceptors;
    this.proposals = proposals;
  }

  /** The most likely first. */
  List<ContentAssistEntry> at(XtextResource file, int offset, CancelIndicator cancel) {
    ContentAssistContextFactory factory = contexts.get();
    factory.setPool(MoreExecutors.newDirectExecutorService());
    String text = file.getParseResult().getRootNode().getText();
    ContentAssistContext[] places = factory.create(text, new TextRegion(offset, 0), offset, file);
    IdeContentProposalAcceptor acceptor = acceptors.get();
    acceptor.setCancelIndicator(cancel);
    proposals.createProposals(Arrays.asList(places), acceptor);
    List<ContentAssistEntry> entries = new ArrayList<>();
    acceptor.getEntries().forEach(entries::add);
    return entries;
  }
}
