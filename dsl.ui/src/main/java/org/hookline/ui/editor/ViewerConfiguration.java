package org.hookline.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.hookline.ui.HooklineUi;
import org.hookline.ui.editor.assist.AssistProcessor;
import org.hookline.ui.editor.highlight.Partitions;
import org.hookline.ui.editor.hover.LanguageHover;
import org.hookline.ui.editor.hover.MarkdownPresenter;
import org.hookline.ui.editor.indent.BraceIndent;
import org.hookline.ui.editor.live.LiveReconciler;
import org.hookline.ui.editor.navigate.NameLinks;
import org.hookline.ui.editor.quickfix.QuickFixes;
import org.hookline.ui.prefs.Preferences;

/** Which parts make the editor: one package each. */
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
    return new LiveReconciler(editor::text, editor.liveFeatures());
  }

  @Override
  public IContentAssistant getContentAssistant(ISourceViewer viewer) {
    ContentAssistant assistant = new ContentAssistant(true);
    assistant.setDocumentPartitioning(Partitions.NAME);
    AssistProcessor processor = new AssistProcessor(editor::text);
    assistant.setContentAssistProcessor(processor, IDocument.DEFAULT_CONTENT_TYPE);
    assistant.setContentAssistProcessor(processor, Partitions.STRING);
    assistant.setInformationControlCreator(MarkdownPresenter.creator());
    assistant.setRestoreCompletionProposalSize(sizeOf("assist", new Point(560, 220)));
    assistant.enableColoredLabels(true);
    assistant.enableAutoInsert(true);
    assistant.enableAutoActivation(true);
    return assistant;
  }

  @Override
  public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
    QuickAssistAssistant assistant = new QuickAssistAssistant();
    assistant.setQuickAssistProcessor(new QuickFixes(editor::text));
    assistant.setRestoreCompletionProposalSize(sizeOf("fixes", new Point(920, 120)));
    assistant.setInformationControlCreator(MarkdownPresenter.creator());
    return assistant;
  }

  /** How large a list was when it was closed last; at first as wide as its lines are long. */
  private static IDialogSettings sizeOf(String list, Point usual) {
    IDialogSettings all = HooklineUi.plugin().getDialogSettings();
    IDialogSettings known = all.getSection(list);
    if (known != null) {
      return known;
    }
    IDialogSettings fresh = all.addNewSection(list);
    fresh.put(ContentAssistant.STORE_SIZE_X, usual.x);
    fresh.put(ContentAssistant.STORE_SIZE_Y, usual.y);
    return fresh;
  }

  @Override
  public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
    return new LanguageHover(editor::text);
  }

  @Override
  public ITextHover getTextHover(ISourceViewer viewer, String contentType, int stateMask) {
    return getTextHover(viewer, contentType);
  }

  @Override
  public IHyperlinkDetector[] getHyperlinkDetectors(ISourceViewer viewer) {
    List<IHyperlinkDetector> detectors = new ArrayList<>();
    detectors.add(
        new NameLinks(
            editor::text, () -> Optional.ofNullable(editor.features()).map(f -> f.colours())));
    IHyperlinkDetector[] usual = super.getHyperlinkDetectors(viewer);
    if (usual != null) {
      detectors.addAll(List.of(usual));
    }
    return detectors.toArray(IHyperlinkDetector[]::new);
  }

  @Override
  public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, String contentType) {
    return contentType.equals(IDocument.DEFAULT_CONTENT_TYPE)
        ? new IAutoEditStrategy[] {new BraceIndent()}
        : super.getAutoEditStrategies(viewer, contentType);
  }

  @Override
  public int getTabWidth(ISourceViewer viewer) {
    return Preferences.indentation();
  }

  @Override
  public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
    return new String[] {"//", ""};
  }
}
