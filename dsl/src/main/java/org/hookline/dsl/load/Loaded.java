package org.hookline.dsl.load;

import java.util.List;
import java.util.Optional;
import org.hookline.model.Network;
import org.hookline.source.Problem;

/**
 * A file as it was read, with everything that it imports.
 *
 * @param texts imports first
 * @param network empty when there are errors
 * @param problems in order of place
 */
public record Loaded(List<SourceText> texts, Optional<Network> network, List<Problem> problems) {

  /** The text that an origin points into. */
  public Optional<SourceText> text(String name) {
    return texts.stream().filter(text -> text.name().equals(name)).findFirst();
  }
}
