package org.hookline.export.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;

/** The whole way of a flow: the diagram of each host that a packet passes, in order. */
public final class FlowPath {
  private FlowPath() {}

  /** A diagram with what it shows. */
  public record Page(String title, Drawing drawing) {}

  /** One diagram for each passage of each packet through a host. */
  public static List<Page> of(Trace trace) {
    List<Page> pages = new ArrayList<>();
    for (int number = 0; number < trace.packets().size(); number++) {
      PacketTrace packet = trace.packets().get(number);
      for (int hop = 0; hop < packet.hops().size(); hop++) {
        int steps = packet.hops().get(hop).steps().size();
        String title = packet.name() + ", " + packet.hops().get(hop).host();
        pages.add(new Page(title, HostPath.of(trace, new TracePlace(number, hop, steps))));
      }
    }
    return pages;
  }
}
