package org.hookline.dsl.ide.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.VisibleFiles;

/**
 * What the index knows of a file: the files that it imports. A change in a file concerns all that
 * import it, directly or not, whatever the change is: a route decides about a verdict as much as a
 * name does.
 */
public class ImportIndex extends DefaultResourceDescriptionManager {

  @Override
  protected IResourceDescription internalGetResourceDescription(
      Resource resource, IDefaultResourceDescriptionStrategy strategy) {
    return new Description(resource, strategy, getCache());
  }

  @Override
  public boolean isAffected(
      Collection<IResourceDescription.Delta> deltas,
      IResourceDescription candidate,
      IResourceDescriptions context) {
    Set<URI> changed =
        deltas.stream().map(IResourceDescription.Delta::getUri).collect(Collectors.toSet());
    return reaches(candidate, changed, context, new HashSet<>());
  }

  private static boolean reaches(
      IResourceDescription from, Set<URI> goals, IResourceDescriptions index, Set<URI> visited) {
    for (QualifiedName imported : from.getImportedNames()) {
      URI uri = URI.createURI(imported.getFirstSegment());
      if (goals.contains(uri)) {
        return true;
      }
      IResourceDescription next = visited.add(uri) ? index.getResourceDescription(uri) : null;
      if (next != null && reaches(next, goals, index, visited)) {
        return true;
      }
    }
    return false;
  }

  /** Imported names are the locations of imported files; Xtext keeps them in its index. */
  private static final class Description extends DefaultResourceDescription {
    Description(
        Resource resource,
        IDefaultResourceDescriptionStrategy strategy,
        IResourceScopeCache cache) {
      super(resource, strategy, cache);
    }

    @Override
    public Iterable<QualifiedName> getImportedNames() {
      List<NetworkFile> files =
          EcoreUtil2.typeSelect(getResource().getContents(), NetworkFile.class);
      return files.stream()
          .flatMap(file -> file.getImports().stream())
          .filter(each -> each.getImportURI() != null)
          .map(Description::name)
          .toList();
    }

    private static QualifiedName name(Import each) {
      return QualifiedName.create(VisibleFiles.location(each).toString());
    }
  }
}
