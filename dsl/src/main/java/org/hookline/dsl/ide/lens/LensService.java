package org.hookline.dsl.ide.lens;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.codelens.ICodeLensService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.ide.text.Places;

/** Lenses for clients of the protocol: text only, nothing happens on a click. */
@Singleton
public class LensService implements ICodeLensService {
  private final VerdictLenses lenses;

  @Inject
  public LensService(VerdictLenses lenses) {
    this.lenses = lenses;
  }

  @Override
  public List<? extends CodeLens> computeCodeLenses(
      Document document, XtextResource file, CodeLensParams params, CancelIndicator cancel) {
    Places places = Places.of(file);
    return lenses.of(file).stream()
        .map(lens -> new CodeLens(places.range(lens.span()), new Command(lens.text(), ""), null))
        .toList();
  }
}
