package org.hookline.ui.editor.occurrences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Marks the other places of a text that have the name at the cursor. */
public final class Occurrences {
  /** Type of the annotations in plugin.xml. */
  public static final String TYPE = "org.hookline.ui.occurrence";

  private static final int MILLISECONDS_OF_REST = 250;

  private final SourceViewer viewer;
  private final Supplier<Optional<OpenText>> text;
  private final Runnable ask = this::ask;
  private List<Annotation> shown = List.of();

  public Occurrences(SourceViewer viewer, Supplier<Optional<OpenText>> text) {
    this.viewer = viewer;
    this.text = text;
  }

  /** The cursor has moved; marks follow when it rests. */
  public void cursorMoved() {
    if (viewer.getTextWidget() != null) {
      viewer.getTextWidget().getDisplay().timerExec(MILLISECONDS_OF_REST, ask);
    }
  }

  private void ask() {
    if (viewer.getTextWidget() == null || text.get().isEmpty()) {
      return;
    }
    OpenText open = text.get().get();
    int version = open.version();
    int cursor = viewer.getSelectedRange().x;
    DocumentHighlightParams place =
        new DocumentHighlightParams(open.identifier(), Places.position(open.document(), cursor));
    open.brain()
        .ask(s -> s.documentHighlight(place))
        .thenAccept(
            found ->
                Screen.later(
                    viewer.getTextWidget(),
                    () -> {
                      if (open.version() == version && viewer.getSelectedRange().x == cursor) {
                        show(found);
                      }
                    }));
  }

  private void show(List<? extends DocumentHighlight> found) {
    IDocument document = viewer.getDocument();
    if (!(viewer.getAnnotationModel() instanceof IAnnotationModelExtension model)
        || document == null) {
      return;
    }
    Map<Annotation, Position> fresh = new HashMap<>();
    for (DocumentHighlight highlight : found) {
      IRegion region = Places.region(document, highlight.getRange());
      fresh.put(
          new Annotation(TYPE, false, "same name"),
          new Position(region.getOffset(), region.getLength()));
    }
    model.replaceAnnotations(shown.toArray(Annotation[]::new), fresh);
    shown = List.copyOf(fresh.keySet());
  }
}
