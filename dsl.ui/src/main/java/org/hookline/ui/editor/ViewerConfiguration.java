package org.hookline.ui.editor;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.hookline.ui.editor.highlight.Partitions;
import org.hookline.ui.editor.live.LiveReconciler;

/** Which parts make the editor. */
final class ViewerConfiguration extends TextSourceViewerConfiguration {
  private final HklEditor editor;

  ViewerConfiguration(HklEditor editor, IPreferenceStore preferences) {
    super(preferences);
    this.editor = editor;
  }

  @Override
  public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
    return Partitions.NAME;
  }

  @Override
  public String[] getConfiguredContentTypes(ISourceViewer viewer) {
    return Partitions.all();
  }

  @Override
  public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
    return editor.highlighting().reconciler();
  }

  @Override
  public IReconciler getReconciler(ISourceViewer viewer) {
    return new LiveReconciler(editor::text, editor.liveFeatures((SourceViewer) viewer));
  }
}
