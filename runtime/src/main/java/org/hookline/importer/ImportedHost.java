package org.hookline.importer;

import java.util.List;
import org.hookline.model.Host;

/**
 * A host as its dumps describe it.
 *
 * @param host with {@link Host#unmodelled} filled
 * @param assumptions what is taken for granted because a dump is missing, as sentences
 */
public record ImportedHost(Host host, List<String> assumptions, Counts counts) {

  /** Whether everything that was read is in the model. */
  public boolean complete() {
    return host.unmodelled().isEmpty();
  }
}
