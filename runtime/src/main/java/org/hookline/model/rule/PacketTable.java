package org.hookline.model.rule;

import java.util.List;
import java.util.Optional;
import org.hookline.source.Origin;

/** A table of iptables on one host: built-in and user chains, each at most once. */
public record PacketTable(TableName name, List<Chain> chains, Origin origin) {

  public Optional<Chain> chain(String chain) {
    return chains.stream().filter(c -> c.name().equals(chain)).findFirst();
  }
}
