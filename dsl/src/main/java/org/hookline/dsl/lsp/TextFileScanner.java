package org.hookline.dsl.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.util.IFileSystemScanner;
import org.hookline.dsl.ide.index.WorkspaceFiles;

/** Finds the texts of a folder; hidden folders and symbolic links are not followed. */
final class TextFileScanner implements IFileSystemScanner {
  private static final String EXTENSION = ".hkl";

  @Override
  public void scan(URI root, IAcceptor<URI> found) {
    if (!root.isFile() || !Files.isDirectory(Path.of(root.toFileString()))) {
      return;
    }
    Path folder = Path.of(root.toFileString());
    Set<Path> texts = new TreeSet<>();
    try {
      Files.walkFileTree(folder, new Texts(folder, texts));
    } catch (IOException e) {
      throw new UncheckedIOException("The visitor lets no failure through", e);
    }
    texts.forEach(text -> found.accept(WorkspaceFiles.nameOf(text)));
  }

  private static final class Texts extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Path> found;

    Texts(Path root, Set<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.toString().endsWith(EXTENSION)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder that must not be read, or that is deleted meanwhile, has no texts for us. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
