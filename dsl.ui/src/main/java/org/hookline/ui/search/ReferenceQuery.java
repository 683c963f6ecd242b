package org.hookline.ui.search;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.Match;
import org.hookline.ui.bridge.Locations;
import org.hookline.ui.bridge.OpenText;
import org.hookline.ui.project.Answers;
import org.hookline.ui.text.Places;

/** Where a name is used, in all files of the workspace. */
public final class ReferenceQuery implements ISearchQuery {
  private final OpenText text;
  private final Position place;
  private final ReferenceResult result = new ReferenceResult(this);

  public ReferenceQuery(OpenText text, Position place) {
    this.text = text;
    this.place = place;
  }

  @Override
  public IStatus run(IProgressMonitor monitor) {
    ReferenceParams question =
        new ReferenceParams(text.identifier(), place, new ReferenceContext(true));
    result.removeAll();
    try {
      List<? extends Location> found =
          Answers.await(text.brain().ask(s -> s.references(question)), monitor);
      for (Location location : found) {
        match(location).ifPresent(result::addMatch);
      }
    } catch (CoreException e) {
      return e.getStatus();
    }
    return Status.OK_STATUS;
  }

  private static Optional<Match> match(Location location) throws CoreException {
    if (!location.getUri().startsWith("file:")) {
      return Optional.empty();
    }
    IFile file = Locations.file(location.getUri()).orElse(null);
    if (file == null) {
      return Optional.empty();
    }
    IDocument saved = new Document(file.readString());
    IRegion region = Places.region(saved, location.getRange());
    return Optional.of(new Match(file, region.getOffset(), region.getLength()));
  }

  @Override
  public String getLabel() {
    return "References";
  }

  @Override
  public boolean canRerun() {
    return true;
  }

  @Override
  public boolean canRunInBackground() {
    return true;
  }

  @Override
  public ReferenceResult getSearchResult() {
    return result;
  }
}
