package org.hookline.check.property;

import org.hookline.ir.StepGraph;
import org.hookline.model.Port;
import org.hookline.packet.Field;
import org.hookline.packet.Scope;
import org.hookline.path.Numbering;

/** A graph before it is built, where properties get their ghosts and numbers. */
public final class Site {
  private final StepGraph.Builder graph;
  private final Numbering numbers;
  private int ghosts;

  public Site(StepGraph.Builder graph, Numbering numbers) {
    this.graph = graph;
    this.numbers = numbers;
  }

  Field ghost(String name, int width) {
    ghosts++;
    return graph.field("ghost." + ghosts + "." + name, width, Scope.GHOST);
  }

  int port(Port port) {
    return numbers.port(port);
  }
}
