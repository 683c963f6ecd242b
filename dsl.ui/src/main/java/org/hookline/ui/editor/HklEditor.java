package org.hookline.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.hookline.ui.bridge.Brain;
import org.hookline.ui.bridge.HklFiles;
import org.hookline.ui.bridge.Locations;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.editor.format.Formatting;
import org.hookline.ui.editor.highlight.Highlighting;
import org.hookline.ui.editor.live.LiveFeature;
import org.hookline.ui.editor.outline.Outline;
import org.hookline.ui.editor.outline.OutlinePage;
import org.hookline.ui.editor.problem.LiveProblems;
import org.hookline.ui.prefs.Preferences;
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
  private ViewerFeatures features;
  private Optional<OpenText> text = Optional.empty();
  private Optional<LiveProblems> problems = Optional.empty();

  @Override
  protected void initializeEditor() {
    super.initializeEditor();
    setPreferenceStore(Preferences.withThoseOf(EditorsUI.getPreferenceStore()));
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

  /** What is shown, as the brain knows it; empty while it is no file that the brain can read. */
  public Optional<OpenText> text() {
    return text;
  }

  /** The file that is shown, if it is one of the workspace. */
  public Optional<IFile> file() {
    return Optional.ofNullable(getEditorInput()).map(input -> input.getAdapter(IFile.class));
  }

  public Outline outline() {
    return outline;
  }

  /** The offset of the cursor in the text. */
  public int cursor() {
    return getSourceViewer().getSelectedRange().x;
  }

  /** What is selected; empty at the cursor when nothing is. */
  public IRegion selection() {
    Point range = getSourceViewer().getSelectedRange();
    return new Region(range.x, range.y);
  }

  ViewerFeatures features() {
    return features;
  }

  /** What follows the text while it is typed. */
  List<LiveFeature> liveFeatures() {
    List<LiveFeature> live = new ArrayList<>(features.live());
    live.add(outline);
    return live;
  }

  @Override
  protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
    fAnnotationAccess = getAnnotationAccess();
    fOverviewRuler = createOverviewRuler(getSharedColors());
    ProjectionViewer viewer =
        new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
    getSourceViewerDecorationSupport(viewer);
    features = new ViewerFeatures(viewer, this::text);
    return viewer;
  }

  @Override
  public void createPartControl(Composite parent) {
    super.createPartControl(parent);
    features.install(getAnnotationAccess(), getSharedColors());
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
            .map(uri -> Locations.of(Path.of(uri)))
        : inWorkspace;
  }

  private void watchProblems() {
    if (features != null && problems.isEmpty()) {
      problems = text.map(open -> new LiveProblems(features.viewer(), open, this::noMarkersNow));
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

  /**
   * Formats first where the user wants it; a slow answer does not keep the file from being saved.
   */
  @Override
  public void doSave(IProgressMonitor monitor) {
    if (Preferences.formatOnSave()) {
      text.ifPresent(open -> new Formatting(open).formatNow());
    }
    super.doSave(monitor);
  }

  private void closeText() {
    problems.ifPresent(LiveProblems::close);
    problems = Optional.empty();
    text.ifPresent(OpenText::close);
    text = Optional.empty();
  }

  private void recolour() {
    highlighting.readColours();
    if (features != null) {
      features.viewer().invalidateTextPresentation();
    }
  }

  @Override
  protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
    super.configureSourceViewerDecorationSupport(support);
    support.setCharacterPairMatcher(
        new DefaultCharacterPairMatcher(new char[] {'{', '}'}, IDocument.DEFAULT_CONTENT_TYPE));
    support.setMatchingCharacterPainterPreferenceKeys(
        Preferences.BRACKETS, Preferences.BRACKETS_COLOUR);
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
    if (features != null && getSourceViewer() != null) {
      features.cursorMoved();
      if (outlinePage != null) {
        outlinePage.select(cursor());
      }
    }
  }

  @Override
  public void dispose() {
    PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(recolour);
    if (features != null) {
      features.close();
    }
    closeText();
    super.dispose();
  }
}
