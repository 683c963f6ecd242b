package org.hookline.dsl.load;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.hookline.dsl.hookline.NetworkFile;
import org.hookline.dsl.lower.Origins;
import org.hookline.dsl.scoping.VisibleFiles;

/** Reads a file and its imports from disk into a network, or into problems. */
public final class NetworkLoader {
  private final Provider<XtextResourceSet> resourceSets;
  private final Provider<XtextResource> resources;
  private final VisibleFiles files;
  private final Diagnosis diagnosis;

  @Inject
  public NetworkLoader(
      Provider<XtextResourceSet> resourceSets,
      Provider<XtextResource> resources,
      VisibleFiles files,
      Diagnosis diagnosis) {
    this.resourceSets = resourceSets;
    this.resources = resources;
    this.files = files;
    this.diagnosis = diagnosis;
  }

  /**
   * Reads a file.
   *
   * @param name its path as the user named it
   */
  public Loaded load(String name) throws Unreadable {
    Path path = Path.of(name);
    return load(name, path, TextFile.read(path));
  }

  /**
   * Reads a file under another name.
   *
   * @param name how problems and origins call it; imports are named relative to this
   */
  public Loaded load(String name, Path file) throws Unreadable {
    return load(name, file, TextFile.read(file));
  }

  /**
   * Reads bytes as if they were a file in the current directory.
   *
   * @param name how problems name it
   */
  public Loaded load(String name, byte[] bytes) throws Unreadable {
    return load(name, Path.of(name), TextFile.decode(name, bytes));
  }

  /** Reads a file without what it imports; its text may have any errors. */
  public XtextResource parse(String name) throws Unreadable {
    Path path = Path.of(name);
    return parse(path.toAbsolutePath().normalize(), TextFile.read(path));
  }

  /** Parses bytes without what they import. */
  public XtextResource parse(String name, byte[] bytes) throws Unreadable {
    return parse(Path.of(name).toAbsolutePath(), TextFile.decode(name, bytes));
  }

  private Loaded load(String name, Path path, String text) {
    Path absolute = path.toAbsolutePath().normalize();
    return loaded(parse(absolute, text), new Origins(new ShownNames(absolute, name)::of));
  }

  private XtextResource parse(Path absolute, String text) {
    XtextResource resource = resources.get();
    resource.setURI(URI.createFileURI(absolute.toString()));
    resourceSets.get().getResources().add(resource);
    try {
      resource.load(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory failed to be read", e);
    }
    return resource;
  }

  private Loaded loaded(XtextResource resource, Origins origins) {
    NetworkFile root = (NetworkFile) resource.getContents().get(0);
    List<SourceText> texts = new ArrayList<>();
    for (NetworkFile file : files.of(root)) {
      texts.add(text(file.eResource(), origins));
    }
    Diagnosis.Result result = diagnosis.of(root, origins);
    return new Loaded(List.copyOf(texts), result.network(), result.problems());
  }

  private static SourceText text(Resource file, Origins origins) {
    String text = ((XtextResource) file).getParseResult().getRootNode().getText();
    return new SourceText(origins.file(file.getURI()), text);
  }
}
