package org.hookline.importer;

import java.util.List;
import java.util.Optional;
import org.hookline.model.Network;
import org.hookline.model.Unmodelled;

/**
 * What a directory of dumps describes.
 *
 * @param stray files that belong to no host, or to no kind of dump
 */
public record ImportedNetwork(List<ImportedHost> hosts, List<Unmodelled> stray) {

  /** The hosts without any wire between them: each interface has an outside of its own. */
  public Network network() {
    return new Network(
        hosts.stream().map(ImportedHost::host).toList(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** Whether everything that was read is in the model. */
  public boolean complete() {
    return stray.isEmpty() && hosts.stream().allMatch(ImportedHost::complete);
  }
}
