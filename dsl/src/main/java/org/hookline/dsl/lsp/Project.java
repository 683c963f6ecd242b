package org.hookline.dsl.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
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
    IncrementalBuilder.Result result = built(changed, gone, external, cancel);
    Set<URI> imported = imported();
    return imported.isEmpty()
        ? result
        : joined(result, built(imported, new LinkedHashSet<>(), List.of(), cancel));
  }

  /** A file that vanishes while it is built, or cannot be read after all, counts as deleted too. */
  private IncrementalBuilder.Result built(
      Set<URI> changed, Set<URI> gone, List<Delta> external, CancelIndicator cancel) {
    while (true) {
      changed.removeAll(gone);
      try {
        return super.doBuild(new ArrayList<>(changed), new ArrayList<>(gone), external, cancel);
      } catch (WrappedException failed) {
        if (!(failed instanceof Resource.Diagnostic unread)
            || !gone.add(URI.createURI(unread.getLocation()))) {
          throw failed;
        }
      }
    }
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
  private Set<URI> imported() {
    return read().stream()
        .filter(
            file -> getIndexState().getResourceDescriptions().getResourceDescription(file) == null)
        .filter(disk::isReadable)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static IncrementalBuilder.Result joined(
      IncrementalBuilder.Result first, IncrementalBuilder.Result second) {
    Map<URI, Delta> deltas = new LinkedHashMap<>();
    first.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    second.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    return new IncrementalBuilder.Result(second.getIndexState(), List.copyOf(deltas.values()));
  }
}
