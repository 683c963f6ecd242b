package org.hookline.dsl.ide.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.prove.NetworkTexts;
import org.hookline.model.Network;
import org.hookline.source.Origin;
import org.hookline.source.Problem;

/**
 * What a file and its imports describe, independent of what the editor does next.
 *
 * @param network empty when there are errors
 * @param problems of all these files, in order of place
 * @param texts what the files say, by location, imports first
 * @param imports the statements of the file itself, each with all files that come in by it
 */
public record LoweredFile(
    URI file,
    Optional<Network> network,
    List<Problem> problems,
    FileNames names,
    Map<URI, TextLines> texts,
    Map<Origin, List<URI>> imports) {

  /** Whether an origin lies in the file itself and not in an import. */
  public boolean owns(Origin origin) {
    return names.file(origin.file()).filter(file::equals).isPresent();
  }

  /** The statement of this file that brings an origin's file in. */
  public Optional<Origin> importOf(Origin origin) {
    return names
        .file(origin.file())
        .flatMap(
            wanted ->
                imports.entrySet().stream()
                    .filter(each -> each.getValue().contains(wanted))
                    .map(Map.Entry::getKey)
                    .findFirst());
  }

  /** The part of the file's text that an origin means. */
  public TextSpan span(Origin origin) {
    return texts.get(file).span(origin);
  }

  /** What verdicts depend on. */
  public NetworkTexts networkTexts() {
    Map<String, String> byName = new TreeMap<>();
    texts.forEach((uri, lines) -> byName.put(names.of(uri), lines.text()));
    return new NetworkTexts(byName);
  }
}
