package org.hookline.dsl.tests.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that has ended. */
record Ended(int exitCode, String output, String errors) {

  static Ended run(Map<String, String> environment, String input, List<String> command) {
    try {
      Path given = Files.createTempFile("hookline", ".in");
      Path errors = Files.createTempFile("hookline", ".err");
      Files.writeString(given, input);
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectInput(given.toFile()).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int exitCode = process.waitFor();
      Ended ended = new Ended(exitCode, output, Files.readString(errors));
      Files.delete(given);
      Files.delete(errors);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Ended run(String... command) {
    return run(Map.of(), "", List.of(command));
  }

  /** Whether a tool is there. */
  static boolean installed(String tool) {
    for (String directory :
        (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(directory, tool))) {
        return true;
      }
    }
    return false;
  }
}
