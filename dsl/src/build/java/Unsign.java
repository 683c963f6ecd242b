import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the signatures out of jars, run by the build as a single source file. A class-data archive
 * leaves out classes of signed jars, and Java 17 crashes on a lambda whose nest host was left out.
 */
class Unsign {
  public static void main(String[] directory) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(directory[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      unsign(jar);
    }
  }

  private static void unsign(Path jar) throws IOException {
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      Path metadata = content.getPath("META-INF");
      if (Files.isDirectory(metadata)) {
        List<Path> signatures;
        try (Stream<Path> files = Files.list(metadata)) {
          signatures = files.filter(f -> f.toString().matches(".*\\.(SF|RSA|DSA|EC)")).toList();
        }
        for (Path signature : signatures) {
          Files.delete(signature);
        }
      }
    }
  }
}
