package org.hookline.ui.bridge;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.emf.common.util.URI;
import org.hookline.dsl.ide.index.WorkspaceFiles;

/**
 * The names that a file goes by: a resource of the workbench, a path on disk, an address of the
 * language server ({@code file:///…}).
 */
public final class Locations {
  private Locations() {}

  /** The address of a file on disk; empty when it lies elsewhere. */
  public static Optional<String> of(IResource resource) {
    return Optional.ofNullable(resource.getLocation()).map(path -> of(path.toPath()));
  }

  /** The address of a path. */
  public static String of(Path path) {
    return path.toAbsolutePath().normalize().toUri().toString();
  }

  /** The path behind an address. */
  public static Path path(String address) {
    return Path.of(java.net.URI.create(address));
  }

  /** The resource of an address; the first by path where links give it several. */
  public static Optional<IFile> file(String address) {
    return files(path(address)).stream().findFirst();
  }

  /** All resources of a file, by path. */
  static List<IFile> files(URI uri) {
    return uri.isFile() ? files(Path.of(uri.toFileString())) : List.of();
  }

  private static List<IFile> files(Path path) {
    IFile[] found = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
    return Stream.of(found)
        .filter(file -> file.getProject().isAccessible())
        .sorted(Comparator.comparing(file -> file.getFullPath().toString()))
        .toList();
  }

  /** The name that the language's own index uses. */
  static URI uri(String address) {
    return WorkspaceFiles.nameOf(path(address));
  }
}
