package org.hookline.ui.search;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.hookline.ui.Icon;

/** The uses that were found, by file. */
public final class ReferenceResult extends AbstractTextSearchResult {
  private final ReferenceQuery query;
  private final Matches matches = new Matches();

  ReferenceResult(ReferenceQuery query) {
    this.query = query;
  }

  @Override
  public String getLabel() {
    int count = getMatchCount();
    return count == 1 ? "1 reference" : count + " references";
  }

  @Override
  public String getTooltip() {
    return getLabel();
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icon.NAME.descriptor();
  }

  @Override
  public ISearchQuery getQuery() {
    return query;
  }

  @Override
  public IEditorMatchAdapter getEditorMatchAdapter() {
    return matches;
  }

  @Override
  public IFileMatchAdapter getFileMatchAdapter() {
    return matches;
  }

  /** Marks matches in editors. */
  private static final class Matches implements IEditorMatchAdapter, IFileMatchAdapter {
    @Override
    public boolean isShownInEditor(Match match, IEditorPart editor) {
      return match.getElement().equals(editor.getEditorInput().getAdapter(IFile.class));
    }

    @Override
    public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
      IFile file = editor.getEditorInput().getAdapter(IFile.class);
      return file == null ? new Match[0] : result.getMatches(file);
    }

    @Override
    public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
      return result.getMatches(file);
    }

    @Override
    public IFile getFile(Object element) {
      return (IFile) element;
    }
  }
}
