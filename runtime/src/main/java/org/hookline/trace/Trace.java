package org.hookline.trace;

import java.util.List;

/** What happened to a flow: each of its packets in the order in which they were sent. */
public record Trace(List<PacketTrace> packets) {

  /** The steps of all packets, in order. */
  public List<TraceStep> steps() {
    return packets.stream()
        .flatMap(p -> p.hops().stream())
        .flatMap(h -> h.steps().stream())
        .toList();
  }
}
