package org.hookline.dsl.ide.hover;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.text.Places;

/** Hovers for clients of the protocol. */
@Singleton
public class HoverAnswers implements IHoverService {
  private final HoverText texts;

  @Inject
  public HoverAnswers(HoverText texts) {
    this.texts = texts;
  }

  @Override
  public Hover hover(
      Document document, XtextResource file, HoverParams params, CancelIndicator cancel) {
    Places places = Places.of(file);
    return texts
        .at(file, places.offset(params.getPosition()))
        .map(
            hovered ->
                new Hover(
                    new MarkupContent(MarkupKind.MARKDOWN, hovered.markdown()),
                    places.range(hovered.span())))
        .orElse(EMPTY_HOVER);
  }
}
