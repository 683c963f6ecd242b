package org.hookline.dsl.ide.assist;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IdeCrossrefProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.hookline.dsl.lower.Origins;

/** Names that are visible, with what they are and the comment in front of their declaration. */
public class NameProposals extends IdeCrossrefProposalProvider {
  private static final int LONGEST = 80;

  private final IEObjectDocumentationProvider comments;

  @Inject
  NameProposals(IEObjectDocumentationProvider comments) {
    this.comments = comments;
  }

  @Override
  protected ContentAssistEntry createProposal(
      IEObjectDescription candidate, CrossReference reference, ContentAssistContext context) {
    ContentAssistEntry entry = super.createProposal(candidate, reference, context);
    if (entry != null) {
      EObject element = candidate.getEObjectOrProxy();
      String words = Origins.text(element);
      entry.setDescription(words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words);
      entry.setDocumentation(comments.getDocumentation(element));
    }
    return entry;
  }
}
