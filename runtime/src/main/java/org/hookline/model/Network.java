package org.hookline.model;

import java.util.List;
import java.util.Optional;
import org.hookline.model.flow.Simulation;
import org.hookline.model.property.Check;

/** Everything that one file describes, after imports and amendments. */
public record Network(
    List<Host> hosts,
    List<Segment> segments,
    Optional<Internet> internet,
    List<Check> checks,
    List<Simulation> simulations) {

  public Optional<Host> host(String name) {
    return hosts.stream().filter(h -> h.name().equals(name)).findFirst();
  }

  /** The segment that an interface is on; empty when only its {@code outside} is. */
  public Optional<Segment> segmentOf(Port port) {
    return segments.stream().filter(s -> s.ports().contains(port)).findFirst();
  }
}
