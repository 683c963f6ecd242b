package org.hookline.dsl.lsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.util.CancelIndicator;

/**
 * The files of one workspace folder. A file that vanished without a word, or that must not be read,
 * counts as deleted: Xtext's builder would fail on it, and go on failing with every later change.
 */
public class Project extends ProjectManager {

  @Override
  public IncrementalBuilder.Result doBuild(
      List<URI> dirty,
      List<URI> deleted,
      List<IResourceDescription.Delta> external,
      CancelIndicator cancel) {
    List<URI> readable = new ArrayList<>(dirty);
    readable.removeIf(this::isGone);
    Set<URI> gone = new LinkedHashSet<>(deleted);
    dirty.stream().filter(this::isGone).forEach(gone::add);
    for (IResourceDescription known :
        getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      if (isGone(known.getURI())) {
        gone.add(known.getURI());
      }
    }
    return super.doBuild(readable, List.copyOf(gone), external, cancel);
  }

  private boolean isGone(URI file) {
    if (getOpenedDocumentsContentProvider().hasContent(file)) {
      return false;
    }
    if (!file.isFile()) {
      return true;
    }
    Path path = Path.of(file.toFileString());
    return !Files.isRegularFile(path) || !Files.isReadable(path);
  }
}
