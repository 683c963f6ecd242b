package org.hookline.ui.editor.format;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.edit.DocumentEdits;
import org.hookline.ui.prefs.Preferences;
import org.hookline.ui.text.Patience;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Asks for the usual form of a text and writes it, if nobody has typed meanwhile. */
public final class Formatting {
  private final OpenText text;

  public Formatting(OpenText text) {
    this.text = text;
  }

  /**
   * Formats what is selected, or everything if nothing is.
   *
   * @return done when the text has been written
   */
  public CompletableFuture<Void> format(IRegion selection) {
    int version = text.version();
    CompletableFuture<Void> done = new CompletableFuture<>();
    edits(selection)
        .whenComplete(
            (edits, failure) ->
                Screen.later(
                    () -> {
                      if (failure == null && text.version() == version && !edits.isEmpty()) {
                        DocumentEdits.apply(List.copyOf(edits), text.document());
                      }
                      done.complete(null);
                    }));
    return done;
  }

  /** Formats everything on the user interface's thread, unless the answer is late. */
  public void formatNow() {
    Patience.await(edits(new Region(0, 0)), Patience.ON_SCREEN)
        .filter(edits -> !edits.isEmpty())
        .ifPresent(edits -> DocumentEdits.apply(List.copyOf(edits), text.document()));
  }

  private CompletableFuture<List<? extends TextEdit>> edits(IRegion selection) {
    FormattingOptions options = new FormattingOptions(Preferences.indentation(), true);
    if (selection.getLength() == 0) {
      DocumentFormattingParams all = new DocumentFormattingParams(text.identifier(), options);
      return text.brain().ask(s -> s.formatting(all));
    }
    DocumentRangeFormattingParams part =
        new DocumentRangeFormattingParams(
            text.identifier(), options, Places.range(text.document(), selection));
    return text.brain().ask(s -> s.rangeFormatting(part));
  }
}
