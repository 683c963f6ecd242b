package org.hookline.dsl.tests.workbench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built workbench, started with further bundles. Its own configuration stays as it is: the
 * bundles are added in a copy.
 *
 * @param home where the product was assembled
 */
record Product(Path home) {

  /**
   * A command that starts the product with a fresh workspace.
   *
   * @param directory an empty directory for the configuration and the workspace
   * @param bundles jars to install beside the product's own
   * @param application the id of the application to run in place of the usual one
   * @param properties options for the Java virtual machine
   */
  List<String> command(
      Path directory, List<Path> bundles, String application, List<String> properties)
      throws IOException {
    Path configuration = Files.createDirectories(directory.resolve("configuration"));
    String more =
        bundles.stream()
            .map(jar -> ",reference\\:file\\:" + jar.toAbsolutePath())
            .collect(joining());
    String usual = Files.readString(home.resolve("configuration/config.ini")).stripTrailing();
    Files.writeString(configuration.resolve("config.ini"), usual + more + "\n");
    return Stream.of(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            properties,
            List.of("-jar", launcher().toString()),
            List.of("-install", home.toString()),
            List.of("-configuration", configuration.toString()),
            List.of("-data", directory.resolve("workspace").toString()),
            List.of("-application", application, "-nosplash", "-consoleLog"))
        .flatMap(List::stream)
        .toList();
  }

  private Path launcher() throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("plugins"))) {
      return jars.filter(
              jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher-"))
          .findFirst()
          .orElseThrow(() -> new IOException("no launcher among the plug-ins of " + home));
    }
  }
}
