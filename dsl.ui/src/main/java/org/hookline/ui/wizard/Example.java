package org.hookline.ui.wizard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hookline.ui.HooklineUi;
import org.osgi.framework.Bundle;

/**
 * An example that comes with the workbench.
 *
 * @param name of its folder
 */
public record Example(String name) {
  private static final String FOLDER = "examples/";

  /** All of them, by name. */
  public static List<Example> all() {
    TreeSet<String> names = new TreeSet<>();
    for (URL entry : entries(FOLDER)) {
      String path = entry.getPath();
      String rest = path.substring(path.indexOf(FOLDER) + FOLDER.length());
      if (rest.contains("/")) {
        names.add(rest.substring(0, rest.indexOf('/')));
      }
    }
    return names.stream().map(Example::new).toList();
  }

  /** Its texts, by path in its folder. */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    String folder = FOLDER + name + "/";
    for (URL entry : entries(folder)) {
      String path = entry.getPath();
      if (!path.endsWith("/")) {
        files.put(path.substring(path.indexOf(folder) + folder.length()), read(entry));
      }
    }
    return files;
  }

  /** Its story, in Markdown; empty when it has none. */
  public String readme() {
    return files().getOrDefault("README.md", "");
  }

  /** The file that the story speaks of first; empty when there is none to open. */
  Optional<String> first() {
    String story = readme();
    return files().keySet().stream()
        .filter(name -> name.endsWith(".hkl"))
        .min(Comparator.comparingInt(name -> place(name, story)));
  }

  /** Where a text names a file; behind its end where it does not. */
  private static int place(String name, String story) {
    int place = story.indexOf(name);
    return place < 0 ? story.length() : place;
  }

  private static List<URL> entries(String folder) {
    Bundle bundle = HooklineUi.plugin().getBundle();
    var found = bundle.findEntries(folder, "*", true);
    return found == null ? List.of() : Collections.list(found);
  }

  private static String read(URL entry) {
    try (InputStream in = entry.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("An example of the workbench cannot be read: " + entry, e);
    }
  }
}
