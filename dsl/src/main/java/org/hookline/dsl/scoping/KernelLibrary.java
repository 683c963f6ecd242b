package org.hookline.dsl.scoping;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;
import org.hookline.dsl.hookline.NetworkFile;

/**
 * What exists without being written: {@code lo}, the tables {@code local}, {@code main} and {@code
 * default}, the service {@code any}. It is a text of the language itself, loaded once into each
 * resource set.
 */
@Singleton
public class KernelLibrary {
  /** No file: the text comes with the language. */
  public static final URI LOCATION = URI.createURI("hookline:/kernel.hkl");

  private static final String TEXT = "/org/hookline/dsl/kernel.hkl";

  private final Provider<XtextResource> resources;

  @Inject
  public KernelLibrary(Provider<XtextResource> resources) {
    this.resources = resources;
  }

  /** Whether an element is the kernel's own and nobody's text. */
  public static boolean contains(EObject element) {
    return element.eResource() != null && LOCATION.equals(element.eResource().getURI());
  }

  /** The library as seen from an element. */
  public NetworkFile of(EObject element) {
    ResourceSet set = element.eResource().getResourceSet();
    Resource loaded = set == null ? null : set.getResource(LOCATION, false);
    return (NetworkFile) (loaded == null ? load(set) : loaded).getContents().get(0);
  }

  private Resource load(ResourceSet set) {
    XtextResource resource = resources.get();
    resource.setURI(LOCATION);
    if (set != null) {
      set.getResources().add(resource);
    }
    try (InputStream text = KernelLibrary.class.getResourceAsStream(TEXT)) {
      resource.load(text, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException("The language's own text " + TEXT + " is missing", e);
    }
    return resource;
  }
}
