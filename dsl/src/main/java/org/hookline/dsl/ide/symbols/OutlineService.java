package org.hookline.dsl.ide.symbols;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.text.Places;

/** The outline for clients of the protocol. */
@Singleton
public class OutlineService extends HierarchicalDocumentSymbolService {
  private final Outline outline;

  @Inject
  public OutlineService(Outline outline) {
    this.outline = outline;
  }

  @Override
  public List<DocumentSymbol> getSymbols(XtextResource file, CancelIndicator cancel) {
    Places places = Places.of(file);
    return outline.of(file).stream().map(symbol -> symbol(symbol, places)).toList();
  }

  private static DocumentSymbol symbol(Symbol symbol, Places places) {
    return new DocumentSymbol(
        symbol.label(),
        SymbolKinds.of(symbol.kind()),
        places.range(symbol.whole()),
        places.range(symbol.name()),
        symbol.detail(),
        symbol.children().stream().map(child -> symbol(child, places)).toList());
  }
}
