package org.hookline.ui.search;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.hookline.ui.Icon;

/** The files with uses of a name; the Search view steps through the uses. */
public final class ReferencePage extends AbstractTextSearchViewPage {
  public ReferencePage() {
    super(FLAG_LAYOUT_FLAT);
  }

  @Override
  protected void configureTableViewer(TableViewer viewer) {
    viewer.setContentProvider(
        new ArrayContentProvider() {
          @Override
          public Object[] getElements(Object result) {
            return ((ReferenceResult) result).getElements();
          }
        });
    viewer.setLabelProvider(new Files());
  }

  @Override
  protected void configureTreeViewer(TreeViewer viewer) {
    throw new IllegalStateException("The page has a table only");
  }

  @Override
  protected void elementsChanged(Object[] elements) {
    getViewer().refresh();
  }

  @Override
  protected void clear() {
    getViewer().refresh();
  }

  @Override
  protected void showMatch(Match match, int offset, int length, boolean activate)
      throws PartInitException {
    if (IDE.openEditor(getSite().getPage(), (IFile) match.getElement(), activate)
        instanceof ITextEditor editor) {
      editor.selectAndReveal(offset, length);
    }
  }

  private final class Files extends LabelProvider {
    @Override
    public String getText(Object file) {
      int count = getInput().getMatchCount(file);
      String path = ((IFile) file).getFullPath().makeRelative().toString();
      return path + (count == 1 ? "  1 reference" : "  " + count + " references");
    }

    @Override
    public Image getImage(Object file) {
      return Icon.FILE.image();
    }
  }
}
