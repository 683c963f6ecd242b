package org.hookline.export.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hookline.export.drawing.Shape.Align;
import org.hookline.export.drawing.Shape.Stroke;
import org.hookline.export.drawing.Shape.Weight;
import org.hookline.path.Numbering;
import org.hookline.trace.Box;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;
import org.hookline.trace.TracePlace;
import org.hookline.trace.TraceStep;

/**
 * The netfilter diagram of one host with the way of a packet, as far as it has been followed. Other
 * packets of the flow that pass the same host are drawn thin.
 */
public final class HostPath {
  private final Trace trace;
  private final TracePlace place;
  private final Hop hop;
  private final List<Shape> shapes = new ArrayList<>();

  private HostPath(Trace trace, TracePlace place) {
    this.trace = trace;
    this.place = place;
    this.hop = place.hopIn(trace);
  }

  /** The diagram of the host where the packet is. Elements are called {@code step 1} and so on. */
  public static Drawing of(Trace trace, TracePlace place) {
    HostPath path = new HostPath(trace, place);
    path.title();
    for (Box box : path.boxes()) {
      path.box(box);
    }
    path.links();
    path.otherPackets();
    path.way();
    path.wires();
    path.caption();
    return new Drawing(PathLayout.WIDTH, PathLayout.HEIGHT, List.copyOf(path.shapes));
  }

  /** The internet is no Linux host: of the diagram it has only what the packet passes. */
  private List<Box> boxes() {
    boolean linux = !hop.host().equals(Numbering.INTERNET) && !hop.host().startsWith("outside ");
    return linux ? List.of(Box.values()) : hop.way();
  }

  private Tone tone() {
    return PathWay.tone(place.packetIn(trace).number());
  }

  private void title() {
    PacketTrace packet = place.packetIn(trace);
    text(16, 20, Tone.PLAIN, Weight.BOLD, hop.host());
    text(
        16 + Shape.width(hop.host()) + 20,
        20,
        tone(),
        Weight.NORMAL,
        packet.name() + "   " + now());
  }

  private String now() {
    return (place.hopEnds(trace) ? hop.left() : hop.arrived()).toString();
  }

  /** The boxes that have been reached: those up to the step that was told last. */
  private int reached() {
    if (place.hopEnds(trace)) {
      return hop.way().size();
    }
    int reached = Math.min(1, hop.way().size());
    int from = 0;
    for (TraceStep step : hop.steps().subList(0, place.steps())) {
      int at = hop.way().subList(from, hop.way().size()).indexOf(step.box());
      if (at >= 0) {
        from += at;
        reached = from + 1;
      }
    }
    return reached;
  }

  private void box(Box box) {
    List<Box> passed = hop.way().subList(0, reached());
    boolean now = !passed.isEmpty() && passed.get(passed.size() - 1) == box;
    Tone tone = !passed.contains(box) ? Tone.PLAIN : now ? endTone() : tone();
    Area area = PathLayout.area(box);
    shapes.add(new Shape.Box(area, tone, Target.NONE));
    text(area.x() + 8, area.y() + 15, tone, Weight.BOLD, PathLayout.title(box));
    for (int i = 0; i < PathLayout.stages(box).size(); i++) {
      stage(box, i);
    }
  }

  /** Of the box where the packet is: how it ended, if it did. */
  private Tone endTone() {
    if (!place.packetEnds(trace)) {
      return place.hopEnds(trace) ? tone() : Tone.NOW;
    }
    return switch (place.packetIn(trace).fate().outcome()) {
      case ACCEPTED, ANSWERED -> Tone.GOOD;
      case DROPPED, REFUSED, REJECTED -> Tone.BAD;
      case STRAY, NEVER_SENT, INCONCLUSIVE -> Tone.NOW;
    };
  }

  private void stage(Box box, int index) {
    Area area = PathLayout.stage(box, index);
    List<Integer> numbers = new ArrayList<>();
    Target target = Target.NONE;
    boolean now = false;
    for (int i = 0; i < place.steps(); i++) {
      TraceStep step = hop.steps().get(i);
      if (step.box() == box && PathLayout.indexOf(box, step.why().stage()) == index) {
        numbers.add(i + 1);
        target = new Target("step " + (i + 1), step.why().origin());
        now = i == place.steps() - 1;
      }
    }
    Tone tone = numbers.isEmpty() ? Tone.FAINT : now ? Tone.NOW : tone();
    if (!numbers.isEmpty()) {
      shapes.add(new Shape.Box(area, tone, target));
    }
    text(area.x() + 6, area.y() + 12, tone, Weight.NORMAL, PathLayout.stages(box).get(index));
    shapes.add(
        new Shape.Text(
            new Point(area.right() - 6, area.y() + 12),
            Align.RIGHT,
            tone,
            Weight.BOLD,
            runs(numbers)));
  }

  /** Rising numbers, three or more neighbours as a range: {@code 1,4-7}. */
  private static String runs(List<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    while (start < numbers.size()) {
      int end = start;
      while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
        end++;
      }
      end = end - start < 2 ? start : end;
      text.append(text.isEmpty() ? "" : ",").append(numbers.get(start));
      text.append(end == start ? "" : "-" + numbers.get(end));
      start = end + 1;
    }
    return text.toString();
  }

  private void links() {
    List<Box> shown = boxes();
    for (Link link : Link.ALL) {
      if (shown.contains(link.from()) && shown.contains(link.to())) {
        List<Point> points =
            new PathWay(0).between(PathLayout.area(link.from()), PathLayout.area(link.to()));
        shapes.add(new Shape.Line(points, Tone.FAINT, Stroke.ARROW, Target.NONE));
      }
    }
  }

  /** Where packets can go from a box. */
  private record Link(Box from, Box to) {
    static final List<Link> ALL =
        List.of(
            new Link(Box.INGRESS, Box.PREROUTING),
            new Link(Box.PREROUTING, Box.ROUTE),
            new Link(Box.ROUTE, Box.INPUT),
            new Link(Box.ROUTE, Box.FORWARD),
            new Link(Box.INPUT, Box.SOCKET),
            new Link(Box.FORWARD, Box.POSTROUTING),
            new Link(Box.SOCKET, Box.ROUTE_OUT),
            new Link(Box.ROUTE_OUT, Box.OUTPUT),
            new Link(Box.OUTPUT, Box.POSTROUTING),
            new Link(Box.POSTROUTING, Box.EGRESS));
  }

  private void otherPackets() {
    for (PacketTrace packet : trace.packets()) {
      for (Hop other : packet.hops()) {
        if (other != hop && other.host().equals(hop.host())) {
          lines(other, packet.number(), other.way().size(), Stroke.DOTTED);
        }
      }
    }
  }

  private void way() {
    lines(hop, place.packetIn(trace).number(), reached(), Stroke.THICK_ARROW);
  }

  private void lines(Hop passage, int packet, int boxes, Stroke stroke) {
    for (List<Point> piece : new PathWay(packet).pieces(passage, boxes)) {
      shapes.add(new Shape.Line(piece, PathWay.tone(packet), stroke, Target.NONE));
    }
  }

  private void wires() {
    Area in = PathLayout.area(Box.INGRESS);
    Area out = PathLayout.area(Box.EGRESS);
    hop.iif().ifPresent(i -> text(in.x() - 40, in.y() - 8, tone(), Weight.BOLD, "in " + i));
    if (place.hopEnds(trace)) {
      hop.oif().ifPresent(o -> text(out.x() + 20, out.y() - 8, tone(), Weight.BOLD, "out " + o));
    }
  }

  private void caption() {
    Caption caption = new Caption(PathLayout.CAPTION);
    String progress = "step " + place.steps() + " of " + hop.steps().size();
    caption.line(Tone.FAINT, Weight.NORMAL, progress);
    place.stepIn(trace).ifPresent(step -> caption(step, caption));
    if (place.packetEnds(trace)) {
      caption.line(endTone(), Weight.BOLD, place.packetIn(trace).fate().toString());
    }
    shapes.addAll(caption.shapes());
  }

  private void caption(TraceStep step, Caption caption) {
    caption.line(Tone.NOW, Weight.BOLD, step.why().stage());
    caption.line(Tone.PLAIN, Weight.NORMAL, step.why().text());
    step.changes().forEach(change -> caption.line(tone(), Weight.BOLD, change));
    if (step.why().origin().known()) {
      caption.line(Tone.FAINT, Weight.NORMAL, step.why().origin().toString());
    }
  }

  private void text(double x, double y, Tone tone, Weight weight, String text) {
    shapes.add(new Shape.Text(new Point(x, y), Align.LEFT, tone, weight, text));
  }
}
