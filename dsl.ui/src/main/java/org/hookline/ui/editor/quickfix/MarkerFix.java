package org.hookline.ui.editor.quickfix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;
import org.hookline.ui.Icon;
import org.hookline.ui.edit.FileChanges;
import org.hookline.ui.edit.FileEdits;
import org.hookline.ui.project.ProblemMarkers;
import org.hookline.ui.text.Markdown;
import org.hookline.ui.text.Patience;

/**
 * A repair for a marker, and for all others with the same code: those get the repair of the same
 * name, or else the one that is most likely meant.
 */
final class MarkerFix extends WorkbenchMarkerResolution {
  private final IMarker first;
  private final CodeAction action;

  MarkerFix(IMarker first, CodeAction action) {
    this.first = first;
    this.action = action;
  }

  @Override
  public String getLabel() {
    return action.getTitle();
  }

  @Override
  public String getDescription() {
    return Markdown.of(Fixes.description(action)).text();
  }

  @Override
  public Image getImage() {
    return Fixes.isPreferred(action) ? Icon.GOOD.image() : Icon.RULE.image();
  }

  @Override
  public IMarker[] findOtherMarkers(IMarker[] markers) {
    String code = first.getAttribute(ProblemMarkers.CODE, "");
    return Stream.of(markers)
        .filter(marker -> !marker.equals(first))
        .filter(marker -> code.equals(marker.getAttribute(ProblemMarkers.CODE, null)))
        .toArray(IMarker[]::new);
  }

  @Override
  public void run(IMarker marker) {
    MarkedProblem.of(marker)
        .flatMap(problem -> Patience.await(problem.fixes(), Patience.ASIDE))
        .flatMap(this::likeThis)
        .ifPresent(MarkerFix::apply);
  }

  private Optional<CodeAction> likeThis(List<CodeAction> actions) {
    return actions.stream()
        .filter(other -> other.getTitle().equals(action.getTitle()))
        .findFirst()
        .or(() -> actions.stream().filter(Fixes::isPreferred).findFirst())
        .or(() -> actions.stream().findFirst());
  }

  private static void apply(CodeAction action) {
    try {
      NullProgressMonitor monitor = new NullProgressMonitor();
      FileEdits edits = FileEdits.of(action.getEdit());
      FileChanges.perform(FileChanges.of(action.getTitle(), edits, monitor), monitor);
    } catch (CoreException e) {
      ILog.of(MarkerFix.class).error("Cannot apply: " + action.getTitle(), e);
    }
  }
}
