package org.hookline.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hookline.emit.AtomicFile;
import org.hookline.emit.ScriptFile;

/** The examples that are packed with the command line: a directory each, listed in an index. */
final class Examples {
  private static final String PLACE = "/org/hookline/dsl/examples/";

  private Examples() {}

  /**
   * One example.
   *
   * @param title the first heading of its README
   * @param files paths inside its directory
   */
  record Example(String name, String title, List<String> files) {}

  static List<Example> all() throws IOException {
    List<String> paths = text("INDEX").lines().toList();
    List<Example> examples = new ArrayList<>();
    for (String name :
        paths.stream().map(p -> p.substring(0, p.indexOf('/'))).distinct().toList()) {
      List<String> files =
          paths.stream()
              .filter(p -> p.startsWith(name + "/"))
              .map(p -> p.substring(name.length() + 1))
              .toList();
      String title = text(name + "/README.md").lines().findFirst().orElse("");
      examples.add(new Example(name, title.replaceFirst("^#+ *", ""), files));
    }
    return examples;
  }

  /** Whether a directory has room for an example: it is empty, or not there. */
  static boolean isFree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /** Writes all files of an example and returns where they are. */
  static List<Path> copy(Example example, Path directory) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (String file : example.files()) {
      Path copy = directory.resolve(file);
      Files.createDirectories(copy.getParent());
      AtomicFile.write(copy, ScriptFile.data(text(example.name() + "/" + file)));
      copies.add(copy);
    }
    return copies;
  }

  private static String text(String path) throws IOException {
    try (InputStream in = Examples.class.getResourceAsStream(PLACE + path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
