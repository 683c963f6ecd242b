package org.hookline.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.ISharedTextColors;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.fold.Folding;
import org.hookline.ui.editor.highlight.MeaningColours;
import org.hookline.ui.editor.lens.VerdictMinings;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.editor.occurrences.Occurrences;
import org.hookline.ui.text.Screen;

/** What belongs to the viewer of an editor, as long as it lives. */
final class ViewerFeatures implements AutoCloseable {
  private final ProjectionViewer viewer;
  private final Supplier<Optional<OpenText>> text;
  private final MeaningColours colours;
  private final Folding folding;
  private final Occurrences occurrences;
  private final Runnable judged = this::judged;

  ViewerFeatures(ProjectionViewer viewer, Supplier<Optional<OpenText>> text) {
    this.viewer = viewer;
    this.text = text;
    this.colours = new MeaningColours(viewer);
    this.folding = new Folding(viewer);
    this.occurrences = new Occurrences(viewer, text);
  }

  ProjectionViewer viewer() {
    return viewer;
  }

  MeaningColours colours() {
    return colours;
  }

  List<LiveFeature> live() {
    return List.of(colours, folding, open -> judged());
  }

  /** Once the viewer is configured. */
  void install(IAnnotationAccess access, ISharedTextColors shared) {
    ProjectionSupport folded = new ProjectionSupport(viewer, access, shared);
    folded.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.error");
    folded.addSummarizableAnnotationType("org.eclipse.ui.workbench.texteditor.warning");
    folded.install();
    viewer.doOperation(ProjectionViewer.TOGGLE);
    viewer.setCodeMiningAnnotationPainter(new AnnotationPainter(viewer, access));
    viewer.setCodeMiningProviders(new ICodeMiningProvider[] {new VerdictMinings(text)});
    Brain.get().verdicts().listen(judged);
  }

  private void judged() {
    Screen.later(viewer.getTextWidget(), viewer::updateCodeMinings);
  }

  void cursorMoved() {
    occurrences.cursorMoved();
  }

  @Override
  public void close() {
    Brain.get().verdicts().forget(judged);
  }
}
