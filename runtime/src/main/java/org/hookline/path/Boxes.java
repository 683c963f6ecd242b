package org.hookline.path;

import java.util.Map;
import org.hookline.ir.CallStack;
import org.hookline.ir.Label;
import org.hookline.ir.Place;
import org.hookline.trace.Box;

/** Which box of the diagram a step belongs to, by the labels that {@link PacketWalk} gives. */
public final class Boxes {
  private static final Map<String, Box> BY_NAME =
      Map.ofEntries(
          Map.entry("inject", Box.INGRESS),
          Map.entry("ingress", Box.INGRESS),
          Map.entry("prerouting", Box.PREROUTING),
          Map.entry("route", Box.ROUTE),
          Map.entry("input", Box.INPUT),
          Map.entry("forward", Box.FORWARD),
          Map.entry("socket", Box.SOCKET),
          Map.entry("icmp", Box.SOCKET),
          Map.entry("reject", Box.SOCKET),
          Map.entry("open", Box.ROUTE_OUT),
          Map.entry("connect", Box.ROUTE_OUT),
          Map.entry("answer", Box.ROUTE_OUT),
          Map.entry("send", Box.ROUTE_OUT),
          Map.entry("query", Box.ROUTE_OUT),
          Map.entry("output", Box.OUTPUT),
          Map.entry("postrouting", Box.POSTROUTING),
          Map.entry("egress", Box.EGRESS),
          Map.entry("neighbour", Box.EGRESS),
          Map.entry("wire", Box.EGRESS));

  private Boxes() {}

  /** The box of a step; a step of a called part belongs to the box that called it. */
  public static Box of(Place place) {
    Label outermost = place.step();
    for (CallStack calls = place.moment().calls(); calls.depth() > 0; calls = calls.pop()) {
      outermost = calls.back();
    }
    String[] parts = outermost.name().split("/", 3);
    Box box = BY_NAME.get(parts[1]);
    if (box == null) {
      throw new IllegalStateException("no box of the diagram has the step " + outermost);
    }
    return box;
  }
}
