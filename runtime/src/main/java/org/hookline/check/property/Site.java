package org.hookline.check.property;

import java.util.List;
import org.hookline.ir.StepGraph;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Scope;
import org.hookline.path.Numbering;

/** A graph before it is built, where properties get their ghosts and numbers. */
public final class Site {
  private final StepGraph.Builder graph;
  private final Numbering numbers;
  private final List<String> hosts;
  private int ghosts;

  /**
   * @param hosts by name
   */
  public Site(StepGraph.Builder graph, Numbering numbers, List<String> hosts) {
    this.hosts = List.copyOf(hosts);
    this.graph = graph;
    this.numbers = numbers;
  }

  Field ghost(String name, int width) {
    ghosts++;
    return graph.field("ghost." + ghosts + "." + name, width, Scope.GHOST);
  }

  /** The hosts whose graphs are built. */
  List<String> hosts() {
    return hosts;
  }

  int port(Port port) {
    return numbers.port(port);
  }
}
