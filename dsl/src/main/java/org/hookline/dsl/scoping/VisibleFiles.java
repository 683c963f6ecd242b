package org.hookline.dsl.scoping;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.hookline.dsl.hookline.Import;
import org.hookline.dsl.hookline.NetworkFile;

/** Which files make one network: the imports of a file, theirs before it, and the file itself. */
@Singleton
public class VisibleFiles {
  private static final String EXTENSION = "hkl";

  private final OnChangeEvictingCache cache;

  @Inject
  public VisibleFiles(OnChangeEvictingCache cache) {
    this.cache = cache;
  }

  /**
   * All files that the names of this element may come from, in the order in which their
   * declarations count; each once. Imports that cannot be read are left out; see {@link #imported}.
   */
  public List<NetworkFile> of(EObject element) {
    return cache.get(VisibleFiles.class, element.eResource(), () -> collect(element));
  }

  private List<NetworkFile> collect(EObject element) {
    Set<NetworkFile> files = new LinkedHashSet<>();
    EObject root = org.eclipse.emf.ecore.util.EcoreUtil.getRootContainer(element);
    if (root instanceof NetworkFile file) {
      add(file, new LinkedHashSet<>(), files);
    }
    return new ArrayList<>(files);
  }

  private void add(NetworkFile file, Set<NetworkFile> open, Set<NetworkFile> files) {
    if (files.contains(file) || !open.add(file)) {
      return;
    }
    for (Import each : file.getImports()) {
      imported(each).ifPresent(f -> add(f, open, files));
    }
    files.add(file);
  }

  /** The file that an import names, relative to its own; empty when it cannot be read. */
  public Optional<NetworkFile> imported(Import each) {
    Resource from = each.eResource();
    if (each.getImportURI() == null || each.getImportURI().isEmpty() || from == null) {
      return Optional.empty();
    }
    URI uri = location(each);
    ResourceSet resources = from.getResourceSet();
    if (!EXTENSION.equals(uri.fileExtension()) || resources == null) {
      return Optional.empty();
    }
    try {
      Resource resource = resources.getResource(uri, true);
      return resource.getContents().stream()
          .filter(NetworkFile.class::isInstance)
          .map(NetworkFile.class::cast)
          .findFirst();
    } catch (WrappedException unreadable) {
      // The import is an error of the text, which the rule missing-import reports.
      forget(resources, uri);
      return Optional.empty();
    }
  }

  /** EMF keeps an empty resource after a failed read, which would hide the next attempt. */
  private static void forget(ResourceSet resources, URI uri) {
    Resource left = resources.getResource(uri, false);
    if (left != null) {
      resources.getResources().remove(left);
    }
  }

  /** Where an import points to. */
  public static URI location(Import each) {
    URI relative = URI.createFileURI(each.getImportURI());
    URI base = each.eResource().getURI();
    return base.isHierarchical() && !base.isRelative() ? relative.resolve(base) : relative;
  }

  /** All declarations of one kind in all visible files, in order. */
  public <T extends EObject> List<T> declarations(EObject element, Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (NetworkFile file : of(element)) {
      found.addAll(EcoreUtil2.typeSelect(file.getDeclarations(), kind));
    }
    return found;
  }
}
