package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What kernels said of one file: {@code recorded/6.18/NAME.json} beside it, by major and minor
 * number of the kernel.
 *
 * @param directory {@code recorded}, which need not be there
 * @param name of the recordings, with its ending
 */
record KeptRecordings(Path directory, String name) {

  static KeptRecordings of(String file) {
    Path read = Path.of(file).toAbsolutePath();
    String name = read.getFileName().toString().replaceFirst("\\.hkl$", "") + ".json";
    return new KeptRecordings(read.resolveSibling("recorded"), name);
  }

  /** Where the word of a kernel is kept. */
  Path by(String kernel) {
    String[] release = kernel.split("\\.", 3);
    return directory.resolve(release[0] + "." + release[1]).resolve(name);
  }

  /** Those that are there, in order of their directories. */
  List<Path> all() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> kernels = Files.list(directory)) {
      return kernels.map(k -> k.resolve(name)).filter(Files::isRegularFile).sorted().toList();
    }
  }
}
