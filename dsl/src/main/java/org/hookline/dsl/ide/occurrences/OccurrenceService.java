package org.hookline.dsl.ide.occurrences;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.navigate.References;
import org.hookline.dsl.ide.text.Places;

/** The same name elsewhere in the file; declarations count as writing. */
@Singleton
public class OccurrenceService implements IDocumentHighlightService {
  private final References references;

  @Inject
  public OccurrenceService(References references) {
    this.references = references;
  }

  @Override
  public List<? extends DocumentHighlight> getDocumentHighlights(
      Document document,
      XtextResource file,
      DocumentHighlightParams params,
      CancelIndicator cancel) {
    Places places = Places.of(file);
    return references.here(file, places.offset(params.getPosition())).stream()
        .map(mention -> new DocumentHighlight(places.range(mention.span()), kind(mention)))
        .toList();
  }

  private static DocumentHighlightKind kind(Mention mention) {
    return mention.declares() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
  }
}
