package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import org.hookline.source.Origin;

/** A table of iptables on one host: built-in and user chains, each at most once. */
public record PacketTable(TableName name, List<Chain> chains, Origin origin) {

  public Optional<Chain> chain(String chain) {
    return chains.stream().filter(c -> c.name().equals(chain)).findFirst();
  }

  /** Whether a rule of this table makes the kernel register conntrack in the host's namespace. */
  public boolean needsConntrack() {
    return chains.stream()
        .flatMap(c -> c.rules().stream())
        .anyMatch(
            r ->
                r.target().needsConntrack()
                    || r.matches().stream().anyMatch(m -> m.needsConntrack()));
  }
}
