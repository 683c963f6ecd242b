package org.hookline.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * The same hosts as a text of the language can say them: with names of their own, every
   * assumption an element of its host, and without what no packet can meet.
   */
  public ImportedNetwork readable() {
    Set<String> taken = new HashSet<>();
    List<ImportedHost> readable = new ArrayList<>();
    for (ImportedHost imported : hosts) {
      String wanted = ReadableHost.name(imported.host().name());
      String name = wanted;
      for (int i = 2; !taken.add(name); i++) {
        name = wanted + "-" + i;
      }
      readable.add(ReadableHost.of(imported, name));
    }
    return new ImportedNetwork(List.copyOf(readable), stray);
  }

  /** Whether everything that was read is in the model. */
  public boolean complete() {
    return stray.isEmpty() && hosts.stream().allMatch(ImportedHost::complete);
  }
}
