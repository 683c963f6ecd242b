package org.hookline.dsl.tests.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hookline.dsl.HooklineStandaloneSetup;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.source.Problem;

/** Reads texts of the language for tests. */
final class Hkl {
  static final Path ROOT = Path.of(System.getProperty("hookline.root"));

  static final Injector INJECTOR =
      new HooklineStandaloneSetup().createInjectorAndDoEMFRegistration();

  private Hkl() {}

  /** A single file without imports. */
  static Loaded load(String text) {
    try {
      return loader().load("test.hkl", text.getBytes(StandardCharsets.UTF_8));
    } catch (Unreadable e) {
      throw new AssertionError("the text is unreadable: " + text, e);
    }
  }

  /** A file on disk. */
  static Loaded load(Path file) {
    try {
      return loader().load(file.toString());
    } catch (Unreadable e) {
      throw new AssertionError(file + " is unreadable", e);
    }
  }

  /** Several files in a directory of their own; the last one is read. */
  static Loaded load(Map<String, String> files) {
    try {
      Path directory = Files.createTempDirectory("hkl");
      try {
        Path last = directory;
        for (Map.Entry<String, String> file : files.entrySet()) {
          last = Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
        return load(last);
      } finally {
        try (Stream<Path> left = Files.walk(directory)) {
          for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NetworkLoader loader() {
    return INJECTOR.getInstance(NetworkLoader.class);
  }

  /** The network of a text without any problem. */
  static Network network(String text) {
    return network(load(text));
  }

  static Network network(Loaded loaded) {
    assertThat(problems(loaded)).as("problems").isEmpty();
    return loaded.network().orElseThrow();
  }

  /** The host {@code box} of a text that holds what is written inside its braces. */
  static Host box(String body) {
    return network("host box {\n" + body + "\n}").host("box").orElseThrow();
  }

  /** All problems, one a line, for messages. */
  static String problems(Loaded loaded) {
    return loaded.problems().stream().map(Hkl::line).collect(Collectors.joining("\n"));
  }

  static String line(Problem problem) {
    return problem.origin()
        + ":"
        + problem.origin().column()
        + " "
        + problem.severity().word()
        + " "
        + problem.code()
        + " '"
        + problem.message()
        + "' help '"
        + problem.hint()
        + "'";
  }
}
