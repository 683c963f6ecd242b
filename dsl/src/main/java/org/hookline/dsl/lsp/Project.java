package org.hookline.dsl.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
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
    for (IResourceDescription known :
        getIndexState().getResourceDescriptions().getAllResourceDescriptions()) {
      URI file = known.getURI();
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

  /** Files that were read because others import them, and that the index does not know yet. */
  private List<URI> imported() {
    List<URI> files = new ArrayList<>();
    for (Resource resource : List.copyOf(getResourceSet().getResources())) {
      URI file = resource.getURI();
      boolean known =
          getIndexState().getResourceDescriptions().getResourceDescription(file) != null;
      if (!known && !KernelLibrary.LOCATION.equals(file) && disk.isReadable(file)) {
        files.add(file);
      }
    }
    return files;
  }

  private static IncrementalBuilder.Result joined(
      IncrementalBuilder.Result first, IncrementalBuilder.Result second) {
    Map<URI, Delta> deltas = new LinkedHashMap<>();
    first.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    second.getAffectedResources().forEach(delta -> deltas.put(delta.getUri(), delta));
    return new IncrementalBuilder.Result(second.getIndexState(), List.copyOf(deltas.values()));
  }
}
