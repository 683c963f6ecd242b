package org.hookline.emit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.source.Problem;

/**
 * The scripts of a network: {@code HOST/apply.sh} with the data files beside it, for each host.
 *
 * @param files by relative path with {@code /}, in order of path; empty when anything is refused
 * @param problems why there are no scripts; empty when there are
 */
public record ScriptSet(SortedMap<String, ScriptFile> files, List<Problem> problems) {

  public ScriptSet {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    problems = List.copyOf(problems);
  }

  public static ScriptSet of(Map<String, ScriptFile> files) {
    return new ScriptSet(new TreeMap<>(files), List.of());
  }

  public static ScriptSet refused(List<Problem> problems) {
    return new ScriptSet(new TreeMap<>(), problems);
  }

  /**
   * Writes every file below a directory, which is made if there is none. A file appears complete or
   * not at all; files that are not in the set stay.
   *
   * @return the script of each host
   * @throws IOException something cannot be written; the message names it
   */
  public SortedMap<String, Path> writeTo(Path directory) throws IOException {
    SortedMap<String, Path> scripts = new TreeMap<>();
    for (Map.Entry<String, ScriptFile> entry : files.entrySet()) {
      Path target = directory.resolve(entry.getKey());
      Files.createDirectories(target.getParent());
      AtomicFile.write(target, entry.getValue());
      if (entry.getValue().executable()) {
        scripts.put(target.getParent().getFileName().toString(), target);
      }
    }
    return scripts;
  }
}
