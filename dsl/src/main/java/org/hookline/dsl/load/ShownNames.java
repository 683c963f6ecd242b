package org.hookline.dsl.load;

import java.nio.file.Path;
import org.eclipse.emf.common.util.URI;

/** Paths of files as the user named the first of them: imports are shown relative to it. */
final class ShownNames {
  private final Path directory;
  private final Path shown;
  private final Path root;
  private final String rootName;

  /**
   * @param root where the file really is
   * @param rootName how the user named it
   */
  ShownNames(Path root, String rootName) {
    this.root = root;
    this.rootName = rootName;
    this.directory = root.getParent();
    Path parent = Path.of(rootName).getParent();
    this.shown = parent == null ? Path.of("") : parent;
  }

  String of(URI uri) {
    if (!uri.isFile()) {
      return uri.toString();
    }
    Path file = Path.of(uri.toFileString());
    return file.equals(root)
        ? rootName
        : shown.resolve(directory.relativize(file)).normalize().toString();
  }
}
