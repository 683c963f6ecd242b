package org.hookline.ui.editor.quickfix;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** Opens the editor at a marker and asks there, where the answer may take its time. */
final class LookInEditor implements IMarkerResolution {
  @Override
  public String getLabel() {
    return "Look for fixes in the editor";
  }

  @Override
  public void run(IMarker marker) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    try {
      IEditorPart editor = IDE.openEditor(page, marker);
      ITextOperationTarget target = editor.getAdapter(ITextOperationTarget.class);
      if (target != null) {
        target.doOperation(ISourceViewer.QUICK_ASSIST);
      }
    } catch (PartInitException e) {
      ILog.of(LookInEditor.class).error("Cannot open " + marker.getResource(), e);
    }
  }
}
