package org.hookline.dsl.ide.tokens;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.ide.editor.syntaxcoloring.IHighlightedPositionAcceptor;
import org.eclipse.xtext.ide.editor.syntaxcoloring.ISemanticHighlightingCalculator;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

/** Tokens in Xtext's form: our kind, the protocol's type, then modifiers. */
@Singleton
public class Highlighting implements ISemanticHighlightingCalculator {
  private final Tokens tokens;

  @Inject
  public Highlighting(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void provideHighlightingFor(
      XtextResource file, IHighlightedPositionAcceptor acceptor, CancelIndicator cancel) {
    if (file == null || file.getParseResult() == null) {
      return;
    }
    for (Token token : tokens.of(file)) {
      List<String> styles = new ArrayList<>();
      styles.add(token.kind().id());
      styles.add(token.kind().standard());
      styles.addAll(token.modifiers());
      acceptor.addPosition(
          token.span().offset(), token.span().length(), styles.toArray(new String[0]));
    }
  }
}
