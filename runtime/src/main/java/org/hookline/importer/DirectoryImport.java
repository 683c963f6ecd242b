package org.hookline.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hookline.model.Unmodelled;
import org.hookline.source.Origin;

/**
 * Reads a directory: its dumps are one host named like the directory, or each of its subdirectories
 * with dumps is a host. Names of files: {@link DumpKind}.
 */
public final class DirectoryImport {
  private final List<Unmodelled> stray = new ArrayList<>();

  private DirectoryImport() {}

  /**
   * @param directory as the user named it
   * @throws IOException when a file or directory cannot be read at all
   */
  public static ImportedNetwork read(Path directory) throws IOException {
    return new DirectoryImport().network(directory);
  }

  private ImportedNetwork network(Path directory) throws IOException {
    List<ImportedHost> hosts = new ArrayList<>();
    host(directory).ifPresent(hosts::add);
    for (Path child : children(directory)) {
      if (Files.isDirectory(child)) {
        host(child).ifPresent(hosts::add);
      }
    }
    return new ImportedNetwork(hosts, List.copyOf(stray));
  }

  private static List<Path> children(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private Optional<ImportedHost> host(Path directory) throws IOException {
    Map<DumpKind, Dump> dumps = new EnumMap<>(DumpKind.class);
    for (Path file : children(directory)) {
      if (Files.isRegularFile(file)) {
        Optional<DumpKind> kind = DumpKind.of(file.getFileName().toString());
        if (kind.isEmpty()) {
          stray(file, "nobody knows what this file is");
        } else if (dumps.containsKey(kind.get())) {
          stray(file, "a second " + kind.get().file());
        } else {
          // Bytes that are no text become a replacement character, and the line is listed.
          String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          dumps.put(kind.get(), new Dump(file.toString(), text));
        }
      }
    }
    Path name = directory.toAbsolutePath().normalize().getFileName();
    return dumps.isEmpty()
        ? Optional.empty()
        : Optional.of(HostImport.of(name == null ? "host" : name.toString(), dumps));
  }

  private void stray(Path file, String why) {
    String name = file.getFileName().toString();
    stray.add(new Unmodelled(name, why, Origin.line(file.toString(), 1)));
  }
}
