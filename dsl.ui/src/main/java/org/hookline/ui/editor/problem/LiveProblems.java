package org.hookline.ui.editor.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.lsp4j.Diagnostic;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.text.Places;
import org.hookline.ui.text.Screen;

/** Underlines what is wrong while it is typed. Once a file is saved, markers tell the same. */
public final class LiveProblems implements AutoCloseable {
  private final SourceViewer viewer;
  private final OpenText text;
  private final BooleanSupplier wanted;
  private final Consumer<String> listener = this::published;
  private List<ProblemAnnotation> shown = List.of();

  /**
   * @param wanted whether nobody else shows the problems now
   */
  public LiveProblems(SourceViewer viewer, OpenText text, BooleanSupplier wanted) {
    this.viewer = viewer;
    this.text = text;
    this.wanted = wanted;
    text.brain().diagnostics().listen(listener);
    refresh();
  }

  private void published(String address) {
    if (address.equals(text.address())) {
      Screen.later(viewer.getTextWidget(), this::refresh);
    }
  }

  /** Shows what is known now; on the user interface's thread. */
  public void refresh() {
    IAnnotationModel model = viewer.getAnnotationModel();
    IDocument document = viewer.getDocument();
    if (!(model instanceof IAnnotationModelExtension annotations) || document == null) {
      return;
    }
    Map<ProblemAnnotation, Position> fresh = new HashMap<>();
    if (wanted.getAsBoolean()) {
      for (Diagnostic problem : text.brain().diagnostics().of(text.address())) {
        IRegion region = Places.region(document, problem.getRange());
        fresh.put(
            new ProblemAnnotation(problem), new Position(region.getOffset(), region.getLength()));
      }
    }
    annotations.replaceAnnotations(shown.toArray(Annotation[]::new), fresh);
    shown = List.copyOf(fresh.keySet());
  }

  @Override
  public void close() {
    text.brain().diagnostics().forget(listener);
  }
}
