package org.hookline.ui.editor.fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.text.Screen;

/** Parts of a text that can be folded away; what is folded stays so while the text changes. */
public final class Folding implements LiveFeature {
  private final ProjectionViewer viewer;

  public Folding(ProjectionViewer viewer) {
    this.viewer = viewer;
  }

  @Override
  public void follow(OpenText text) {
    int version = text.version();
    text.brain()
        .ask(s -> s.foldingRange(new FoldingRangeRequestParams(text.identifier())))
        .thenAccept(
            ranges ->
                Screen.later(
                    viewer.getTextWidget(),
                    () -> {
                      if (text.version() == version) {
                        show(ranges);
                      }
                    }));
  }

  private void show(List<FoldingRange> ranges) {
    ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
    if (model == null) {
      return;
    }
    Set<Position> wanted = new HashSet<>();
    ranges.forEach(range -> add(range, wanted));
    Set<Annotation> gone = new HashSet<>();
    for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
      Annotation old = all.next();
      if (!wanted.remove(model.getPosition(old))) {
        gone.add(old);
      }
    }
    Map<ProjectionAnnotation, Position> fresh = new HashMap<>();
    wanted.forEach(position -> fresh.put(new ProjectionAnnotation(), position));
    model.modifyAnnotations(gone.toArray(Annotation[]::new), fresh, null);
  }

  /** Whole lines, the last one included. */
  private void add(FoldingRange range, Set<Position> wanted) {
    IDocument document = viewer.getDocument();
    try {
      int start = document.getLineOffset(range.getStartLine());
      int last = Math.min(range.getEndLine(), document.getNumberOfLines() - 1);
      int end = document.getLineOffset(last) + document.getLineLength(last);
      if (last > range.getStartLine()) {
        wanted.add(new Position(start, end - start));
      }
    } catch (BadLocationException beyond) {
      // the range is of a longer text; the next answer will fit
    }
  }
}
