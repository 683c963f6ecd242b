package org.hookline.dsl.ide.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.hookline.dsl.ide.text.TextLines;
import org.hookline.dsl.ide.text.TextSpan;
import org.hookline.dsl.problem.Problem;
import org.hookline.model.Network;
import org.hookline.source.Origin;

/**
 * What a file and its imports describe.
 *
 * @param network empty when there are errors
 * @param problems of all these files, in order of place
 * @param texts what the files say, by location, imports first
 */
public record LoweredFile(
    URI file,
    Optional<Network> network,
    List<Problem> problems,
    FileNames names,
    Map<URI, TextLines> texts) {

  /** Whether an origin lies in the file itself and not in an import. */
  public boolean owns(Origin origin) {
    return names.file(origin.file()).filter(file::equals).isPresent();
  }

  /** The part of the file's text that an origin means. */
  public TextSpan span(Origin origin) {
    return texts.get(file).span(origin);
  }
}
