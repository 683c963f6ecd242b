package org.hookline.ui.editor.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.hookline.ui.bridge.OpenText;

/** Lets live features follow once nobody has typed for a moment. */
public final class LiveReconciler extends MonoReconciler {
  private static final int MILLISECONDS_OF_REST = 300;

  /**
   * @param text what the editor shows; empty while it shows nothing that the brain can read
   */
  public LiveReconciler(Supplier<Optional<OpenText>> text, List<LiveFeature> features) {
    super(new Follow(text, features), false);
    setDelay(MILLISECONDS_OF_REST);
    setIsIncrementalReconciler(false);
  }

  private record Follow(Supplier<Optional<OpenText>> text, List<LiveFeature> features)
      implements IReconcilingStrategy, IReconcilingStrategyExtension {

    private void follow() {
      text.get().ifPresent(open -> features.forEach(feature -> feature.follow(open)));
    }

    @Override
    public void initialReconcile() {
      follow();
    }

    @Override
    public void reconcile(IRegion partition) {
      follow();
    }

    @Override
    public void reconcile(DirtyRegion region, IRegion part) {
      follow();
    }

    @Override
    public void setDocument(IDocument document) {
      // the open text has it
    }

    @Override
    public void setProgressMonitor(IProgressMonitor monitor) {
      // asking is short; the brain does the work
    }
  }
}
