package org.hookline.dsl.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.build.IncrementalBuilder;
import org.eclipse.xtext.ide.server.ProjectManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescription.Delta;
import org.eclipse.xtext.util.CancelIndicator;
import org.hookline.dsl.scoping.KernelLibrary;

/**
 * The files of one workspace folder and whatever they import from elsewhere. Clients do not tell of
 * every change on disk, so each build looks for itself: a file that vanished, or must not be read,
 * counts as deleted. Xtext's builder would fail on it, and go on failing with every later change.
 */
public class Project extends ProjectManager {
  private final DiskState disk = new DiskState();

  @Override
  public IncrementalBuilder.Result doBuild(
      List<URI> dirty, List<URI> deleted, List<Delta> external, CancelIndicator cancel) {
    Set<URI> changed = new LinkedHashSet<>(dirty);
    Set<URI> gone = new LinkedHashSet<>(deleted);
    for (URI file : read()) {
      if (!isOpen(file) && disk.changed(file)) {
        changed.add(file);
      }
    }
    changed.stream().filter(file -> !isOpen(file) && !disk.isReadable(file)).forEach(gone::add);
    changed.removeAll(gone);
    IncrementalBuilder.Result result =
        super.doBuild(new ArrayList<>(changed), new ArrayList<>(gone), external, cancel);
    List<URI> imported = imported();
    return imported.isEmpty()
        ? result
        : joined(result, super.doBuild(imported, List.of(), List.of(), cancel));
  }

  private boolean isOpen(URI file) {
    return getOpenedDocumentsContentProvider().hasContent(file);
  }

  /** All files whose text was read: those that vanish before they come to the index, too. */
  private Set<URI> read() {
    Set<URI> files = new LinkedHashSet<>();
    for (IResourceDescription known :
        getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      files.add(known.getURI());
    }
    // there is none before the first build
    if (getResourceSet() != null) {
      getResourceSet().getResources().forEach(resource -> files.add(resource.getURI()));
    }
    files.remove(KernelLibrary.LOCATION);
    return files;
  }

  /** Files that were read because others import them, and that the index does not know yet. */
  private List<URI> imported() {
    return read().stream()
        .filter(
            file -> getIndexState().getResourceDescriptions().getResourceDescription(file) == null)
        .filter(disk::isReadable)
        .toList();
  }

  private static IncrementalBuilder.Result joined(
      IncrementalBuilder.Result first, IncrementalBuilder.Result second) {
    Map<URI, Delta> deltas = new LinkedHashMap<>();
    first.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    second.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    return new IncrementalBuilder.Result(second.getIndexState(), List.copyOf(deltas.values()));
  }
}
