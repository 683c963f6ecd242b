package org.hookline.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a description no longer has are removed, and nothing else is. */
class OutputDirectoryTest {
  @TempDir Path directory;

  private List<String> write(String source, String... names) throws IOException {
    TreeMap<String, ScriptFile> files = new TreeMap<>();
    Stream.of(names).forEach(name -> files.put(name, ScriptFile.data("of " + source)));
    return new OutputDirectory(directory, source)
        .write(ScriptSet.of(files)).stream().map(Path::toString).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(f -> !f.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .map(f -> directory.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theFirstRunRemovesNothing() throws IOException {
    Files.createDirectories(directory.resolve("a"));
    Files.writeString(directory.resolve("a/old.sh"), "of somebody");
    assertThat(write("net", "a/apply.sh")).isEmpty();
    assertThat(files()).containsExactly("a/apply.sh", "a/old.sh");
  }

  @Test
  void aHostThatIsGoneLosesItsFilesAndItsEmptyDirectory() throws IOException {
    write("net", "a/apply.sh", "b/apply.sh", "b/links.batch");
    assertThat(write("net", "a/apply.sh")).containsExactly("b/apply.sh", "b/links.batch");
    assertThat(files()).containsExactly("a/apply.sh");
    assertThat(directory.resolve("b")).doesNotExist();
  }

  @Test
  void aFileOfSomebodyElseKeepsItsDirectory() throws IOException {
    write("net", "a/apply.sh", "b/apply.sh");
    Files.writeString(directory.resolve("b/notes"), "mine");
    assertThat(write("net", "a/apply.sh")).containsExactly("b/apply.sh");
    assertThat(files()).containsExactly("a/apply.sh", "b/notes");
  }

  @Test
  void whatAnotherDescriptionHasTooStays() throws IOException {
    write("one", "a/apply.sh", "b/apply.sh");
    write("two", "b/apply.sh");
    assertThat(write("one", "a/apply.sh")).isEmpty();
    assertThat(files()).containsExactly("a/apply.sh", "b/apply.sh");
    assertThat(write("two", "c/apply.sh")).containsExactly("b/apply.sh");
  }

  @Test
  void whatIsRemovedAlreadyIsNotSaidToBeRemoved() throws IOException {
    write("net", "a/apply.sh", "b/apply.sh");
    Files.delete(directory.resolve("b/apply.sh"));
    assertThat(write("net", "a/apply.sh")).isEmpty();
  }

  @Test
  void nobodyRemovesFilesElsewhereByAList() throws IOException {
    Path outside = Files.writeString(directory.resolve("outside"), "mine");
    Path scripts = Files.createDirectory(directory.resolve("scripts"));
    Files.writeString(
        scripts.resolve(".net.files"),
        "../outside\n" + outside + "\n../../outside\na/../outside\n.net.files\n\n");
    TreeMap<String, ScriptFile> files = new TreeMap<>();
    files.put("a/apply.sh", ScriptFile.data("of net"));
    assertThat(new OutputDirectory(scripts, "net").write(ScriptSet.of(files))).isEmpty();
    assertThat(outside).hasContent("mine");
  }
}
