package org.hookline.dsl.ide.network;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.hookline.dsl.scoping.KernelLibrary;

/**
 * Names of the files of one network as they are shown: relative to the directory of the file that
 * imports the others.
 */
public final class FileNames {
  private final URI root;
  private final Map<String, URI> known = new ConcurrentHashMap<>();

  public FileNames(URI root) {
    this.root = root;
  }

  /** The name that is shown for a file. */
  public String of(URI file) {
    String name = name(file);
    known.put(name, file);
    return name;
  }

  private String name(URI file) {
    if (KernelLibrary.LOCATION.equals(file)) {
      return file.toString();
    }
    if (file.equals(root)) {
      return decoded(file.lastSegment());
    }
    URI relative = file.deresolve(root, true, true, true);
    return relative.isFile() && relative.isRelative()
        ? relative.toFileString()
        : decoded(relative.toString());
  }

  private static String decoded(String text) {
    return URI.decode(text == null ? "" : text);
  }

  /** The file that was shown by this name. */
  public Optional<URI> file(String name) {
    return Optional.ofNullable(known.get(name));
  }
}
