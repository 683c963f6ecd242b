package org.hookline.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.bridge.Locations;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.highlight.Highlighting;
import org.hookline.ui.editor.highlight.MeaningColours;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.editor.outline.Outline;
import org.hookline.ui.editor.outline.OutlinePage;
import org.hookline.ui.editor.problem.LiveProblems;
import org.hookline.ui.project.HooklineNature;

/** The editor of {@code .hkl} files: Eclipse's text editor, with the brain behind it. */
public final class HklEditor extends TextEditor {
  /** Its id in plugin.xml. */
  public static final String ID = "org.hookline.ui.editor";

  private final Highlighting highlighting = new Highlighting();
  private final IPropertyChangeListener recolour = event -> recolour();
  private final IPropertyListener saved = (source, property) -> dirtyChanged(property);
  private final Outline outline = new Outline();
  private OutlinePage outlinePage;
  private Optional<OpenText> text = Optional.empty();
  private Optional<LiveProblems> problems = Optional.empty();

  @Override
  protected void initializeEditor() {
    super.initializeEditor();
    setSourceViewerConfiguration(new ViewerConfiguration(this, getPreferenceStore()));
    setEditorContextMenuId("#HklEditorContext");
  }

  @Override
  protected void initializeKeyBindingScopes() {
    setKeyBindingScopes(new String[] {"org.hookline.ui.editorScope"});
  }

  Highlighting highlighting() {
    return highlighting;
  }

  /** What is shown, as the brain knows it; empty while it is no file on disk. */
  public Optional<OpenText> text() {
    return text;
  }

  /** The file that is shown, if it is one of the workspace. */
  public Optional<IFile> file() {
    return Optional.ofNullable(getEditorInput()).map(input -> input.getAdapter(IFile.class));
  }

  /** What follows the text while it is typed. */
  List<LiveFeature> liveFeatures(SourceViewer viewer) {
    return List.of(new MeaningColours(viewer), outline);
  }

  @Override
  public void createPartControl(Composite parent) {
    super.createPartControl(parent);
    PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(recolour);
    addPropertyListener(saved);
    watchProblems();
  }

  @Override
  protected void doSetInput(IEditorInput input) throws CoreException {
    closeText();
    super.doSetInput(input);
    if (input != null) {
      IDocument document = getDocumentProvider().getDocument(input);
      file().ifPresent(file -> Brain.get().know(file.getProject()));
      boolean readable = document.getLength() <= HklFiles.LARGEST;
      text =
          address(input)
              .filter(address -> readable)
              .map(address -> Brain.get().open(address, document));
      watchProblems();
    }
  }

  private Optional<String> address(IEditorInput input) {
    Optional<String> inWorkspace = file().flatMap(Locations::of);
    boolean elsewhere = inWorkspace.isEmpty() && input instanceof IURIEditorInput;
    return elsewhere
        ? Optional.of(((IURIEditorInput) input).getURI())
            .filter(uri -> "file".equals(uri.getScheme()))
            .map(uri -> Locations.of(java.nio.file.Path.of(uri)))
        : inWorkspace;
  }

  private void watchProblems() {
    if (getSourceViewer() instanceof SourceViewer viewer && problems.isEmpty()) {
      problems = text.map(open -> new LiveProblems(viewer, open, this::noMarkersNow));
    }
  }

  /** Markers are of the file as it was saved, and only where a builder writes them. */
  private boolean noMarkersNow() {
    return isDirty() || file().filter(file -> HooklineNature.of(file.getProject())).isEmpty();
  }

  private void dirtyChanged(int property) {
    if (property == PROP_DIRTY) {
      problems.ifPresent(LiveProblems::refresh);
    }
  }

  private void closeText() {
    problems.ifPresent(LiveProblems::close);
    problems = Optional.empty();
    text.ifPresent(OpenText::close);
    text = Optional.empty();
  }

  private void recolour() {
    highlighting.readColours();
    if (getSourceViewer() instanceof SourceViewer viewer) {
      viewer.invalidateTextPresentation();
    }
  }

  @Override
  protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
    super.configureSourceViewerDecorationSupport(support);
    support.setCharacterPairMatcher(
        new DefaultCharacterPairMatcher(new char[] {'{', '}'}, IDocument.DEFAULT_CONTENT_TYPE));
    support.setMatchingCharacterPainterPreferenceKeys(
        "org.hookline.ui.brackets", "org.hookline.ui.bracketsColour");
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    return adapter == IContentOutlinePage.class
        ? adapter.cast(outlinePage())
        : super.getAdapter(adapter);
  }

  private OutlinePage outlinePage() {
    boolean gone =
        outlinePage == null
            || (outlinePage.getControl() != null && outlinePage.getControl().isDisposed());
    if (gone) {
      outlinePage = new OutlinePage(this, outline);
    }
    return outlinePage;
  }

  @Override
  protected void handleCursorPositionChanged() {
    super.handleCursorPositionChanged();
    if (outlinePage != null && getSourceViewer() != null) {
      outlinePage.select(getSourceViewer().getSelectedRange().x);
    }
  }

  @Override
  public void dispose() {
    PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(recolour);
    closeText();
    super.dispose();
  }
}
