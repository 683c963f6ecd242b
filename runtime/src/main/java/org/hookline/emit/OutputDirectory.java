package org.hookline.emit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the scripts of one description are. What the description no longer has is removed, if it
 * was written here before and no other description has it.
 *
 * @param source the name of the description
 */
public record OutputDirectory(Path directory, String source) {
  private static final String LIST = ".files";

  /**
   * Writes a set and removes what the last one had besides.
   *
   * @return what was removed, relative to the directory, in order
   * @throws IOException something cannot be written; the message names it
   */
  public List<Path> write(ScriptSet scripts) throws IOException {
    Files.createDirectories(directory);
    Path list = directory.resolve("." + source + LIST);
    Set<String> stale = read(list);
    scripts.writeTo(directory);
    stale.removeAll(scripts.files().keySet());
    for (Path other : lists()) {
      if (!other.equals(list)) {
        stale.removeAll(read(other));
      }
    }
    List<Path> removed = stale.stream().map(Path::of).filter(this::remove).toList();
    String names = scripts.files().keySet().stream().collect(Collectors.joining("\n", "", "\n"));
    AtomicFile.write(list, ScriptFile.data(names));
    return removed;
  }

  private List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.getFileName().toString().matches("\\..+\\" + LIST)).toList();
    }
  }

  /** Only names of files in a directory below this one: nobody removes anything else by a list. */
  private static Set<String> read(Path list) throws IOException {
    Set<String> names = new TreeSet<>();
    if (Files.isRegularFile(list)) {
      Files.readAllLines(list, StandardCharsets.UTF_8).stream()
          .filter(name -> name.matches("[^/.][^/]*/[^/.][^/]*"))
          .forEach(names::add);
    }
    return names;
  }

  private boolean remove(Path file) {
    Path stale = directory.resolve(file);
    try {
      boolean removed = Files.deleteIfExists(stale);
      removeEmpty(stale.getParent());
      return removed;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void removeEmpty(Path host) throws IOException {
    try {
      Files.deleteIfExists(host);
    } catch (DirectoryNotEmptyException others) {
      return;
    }
  }
}
