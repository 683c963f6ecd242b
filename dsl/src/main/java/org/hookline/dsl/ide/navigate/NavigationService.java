package org.hookline.dsl.ide.navigate;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.xtext.findReferences.IReferenceFinder;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.symbol.DocumentSymbolService;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.name.Mention;
import org.hookline.dsl.ide.symbols.SymbolKinds;
import org.hookline.dsl.ide.text.Places;
import org.hookline.dsl.ide.text.TextSpan;

/** Definitions and references for clients of the protocol. */
@Singleton
public class NavigationService extends DocumentSymbolService {
  private final Definitions definitions;
  private final References references;
  private final UriExtensions uris;

  @Inject
  public NavigationService(Definitions definitions, References references, UriExtensions uris) {
    this.definitions = definitions;
    this.references = references;
    this.uris = uris;
  }

  @Override
  public List<? extends Location> getDefinitions(
      XtextResource file,
      int offset,
      IReferenceFinder.IResourceAccess access,
      CancelIndicator cancel) {
    return definitions.of(file, offset).stream()
        .map(target -> location(file, target.file(), target.span()))
        .toList();
  }

  @Override
  public List<? extends Location> getReferences(
      Document document,
      XtextResource file,
      ReferenceParams params,
      IReferenceFinder.IResourceAccess access,
      IResourceDescriptions index,
      CancelIndicator cancel) {
    boolean declarations = params.getContext().isIncludeDeclaration();
    int offset = document.getOffSet(params.getPosition());
    return references.of(file, offset).stream()
        .filter(mention -> declarations || !mention.declares())
        .map(mention -> location(file, mention))
        .toList();
  }

  private Location location(XtextResource from, Mention mention) {
    return location(from, mention.file(), mention.span());
  }

  private Location location(XtextResource from, URI file, TextSpan span) {
    XtextResource target = (XtextResource) from.getResourceSet().getResource(file, true);
    return Places.of(target).location(uris.toUriString(file), span);
  }

  @Override
  protected SymbolKind getSymbolKind(EClass kind) {
    return SymbolKinds.of(kind);
  }
}
