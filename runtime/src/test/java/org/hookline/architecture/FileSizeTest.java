package org.hookline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small rooms: one idea per file. Looks at what is written by hand, in every module. */
class FileSizeTest {

  private static final int HARD_LIMIT = 500;

  @Test
  void noHandWrittenFileIsLongerThanFiveHundredLines() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    Path root = Path.of(System.getProperty("hookline.root", ".."));
    for (String module : List.of("runtime", "dsl", "dsl.ui", "dsl.tests")) {
      for (String kind : List.of("main", "test", "jmh")) {
        Path sources = root.resolve(module).resolve("src/" + kind + "/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files
                .filter(file -> file.toString().matches(".*\\.(java|xtend|xtext)"))
                .forEach(file -> lines.put(root.relativize(file).toString(), countLines(file)));
          }
        }
      }
    }
    List<Integer> sorted = lines.values().stream().sorted().toList();
    assertThat(sorted).as("hand-written files under " + root).isNotEmpty();
    System.out.printf(
        "Lines per hand-written file: %d files, median %d, p90 %d, longest %d%n",
        sorted.size(), quantile(sorted, 50), quantile(sorted, 90), quantile(sorted, 100));

    Map<String, Integer> tooLong = new TreeMap<>(lines);
    tooLong.values().removeIf(count -> count <= HARD_LIMIT);
    assertThat(tooLong).as("files over " + HARD_LIMIT + " lines").isEmpty();
  }

  private static int countLines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int quantile(List<Integer> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
