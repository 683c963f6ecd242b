package org.hookline.ui.editor.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.hookline.ui.text.Patience;

/** The same repairs in the Problems view. What takes longer to find is looked for in the editor. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {
  @Override
  public boolean hasResolutions(IMarker marker) {
    return marker.getResource() instanceof IFile;
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    Optional<MarkedProblem> problem = MarkedProblem.of(marker);
    if (problem.isEmpty()) {
      return new IMarkerResolution[0];
    }
    Optional<List<CodeAction>> actions = Patience.await(problem.get().fixes(), Patience.ON_SCREEN);
    if (actions.isEmpty()) {
      return new IMarkerResolution[] {new LookInEditor()};
    }
    return actions.get().stream()
        .map(action -> new MarkerFix(marker, action))
        .toArray(IMarkerResolution[]::new);
  }
}
