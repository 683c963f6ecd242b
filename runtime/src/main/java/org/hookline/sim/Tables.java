package org.hookline.sim;

import java.util.SortedMap;
import java.util.TreeMap;

/** The conntrack tables of all hosts; they outlive a flow. */
public final class Tables {
  private final SortedMap<Integer, HashStore> byHost = new TreeMap<>();

  /** The table of a host, empty at first. */
  public HashStore of(int host) {
    return byHost.computeIfAbsent(host, key -> new HashStore());
  }

  void mark() {
    for (HashStore store : byHost.values()) {
      store.mark();
    }
  }

  void undo() {
    for (HashStore store : byHost.values()) {
      store.undo();
    }
  }
}
