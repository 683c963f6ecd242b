package org.hookline.ui.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.NetworkLoader;
import org.hookline.dsl.load.SourceText;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Network;
import org.hookline.source.Origin;
import org.hookline.source.Problem;
import org.hookline.source.Severity;

/**
 * A saved file with its imports, read as a network. Origins name files relative to its directory.
 *
 * @param names of the file and its imports, as origins name them
 * @param network empty when there are errors
 * @param problems of the file and its imports, in order of place
 */
public record NetworkText(
    IFile file, List<String> names, Optional<Network> network, List<Problem> problems) {

  /** Reads a file of the workspace; takes its time. */
  public static NetworkText read(IFile file) {
    if (file.getLocation() == null) {
      return unreadable(file, "it is not on this computer's disk");
    }
    try {
      Path path = file.getLocation().toPath();
      Loaded loaded = LanguageInjector.get(NetworkLoader.class).load(file.getName(), path);
      List<String> names = loaded.texts().stream().map(SourceText::name).toList();
      return new NetworkText(file, names, loaded.network(), loaded.problems());
    } catch (Unreadable e) {
      return unreadable(file, e.getMessage());
    }
  }

  private static NetworkText unreadable(IFile file, String why) {
    Problem problem =
        new Problem(Severity.ERROR, "unreadable", why, "", Origin.line(file.getName(), 1));
    return new NetworkText(file, List.of(file.getName()), Optional.empty(), List.of(problem));
  }
}
