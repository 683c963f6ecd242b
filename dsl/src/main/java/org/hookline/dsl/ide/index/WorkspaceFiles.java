package org.hookline.dsl.ide.index;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ChunkedResourceDescriptions;
import org.eclipse.xtext.util.UriExtensions;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.scoping.KernelLibrary;

/** The files of the workspace that a file belongs to. */
public final class WorkspaceFiles {
  /** What names of files in the language end in, without the dot. */
  public static final String EXTENSION = "hkl";

  private WorkspaceFiles() {}

  /**
   * The name that the index has for a file: {@code file:///…}, as those who open it spell it. A
   * file that goes by another spelling, {@code file:/…}, would be a second one.
   */
  public static URI nameOf(Path file) {
    return new UriExtensions().toEmfUri(file.toAbsolutePath().normalize().toUri());
  }

  /** All files that are known where this one is open, this one first. */
  public static List<XtextResource> around(XtextResource file) {
    ResourceSet open = file.getResourceSet();
    Set<URI> known = new LinkedHashSet<>(List.of(file.getURI()));
    ChunkedResourceDescriptions index = ChunkedResourceDescriptions.findInEmfObject(open);
    if (index != null) {
      for (IResourceDescription description : index.getAllResourceDescriptions()) {
        known.add(description.getURI());
      }
    }
    List.copyOf(open.getResources()).forEach(resource -> known.add(resource.getURI()));
    known.remove(KernelLibrary.LOCATION);
    return known.stream().map(uri -> read(open, uri)).filter(Objects::nonNull).toList();
  }

  /** Null for what is no text of the language, or has been deleted behind the index's back. */
  private static XtextResource read(ResourceSet open, URI uri) {
    try {
      Resource resource = open.getResource(uri, true);
      boolean text =
          resource instanceof XtextResource
              && !resource.getContents().isEmpty()
              && resource.getContents().get(0) instanceof NetworkFile;
      return text ? (XtextResource) resource : null;
    } catch (WrappedException gone) {
      return null;
    }
  }
}
