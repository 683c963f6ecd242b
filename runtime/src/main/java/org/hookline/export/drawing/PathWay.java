package org.hookline.export.drawing;

import java.util.ArrayList;
import java.util.List;
import org.hookline.trace.Box;
import org.hookline.trace.Hop;

/** The way of one packet through the boxes of the diagram, as lines between their borders. */
final class PathWay {
  private static final double WIRE = 40;
  private static final double SIDE = 5;

  /** Requests and answers keep to their own side where they pass between the same boxes. */
  private final double side;

  PathWay(int packet) {
    this.side = packet % 2 == 0 ? -SIDE : SIDE;
  }

  /** The colour of a packet's way: odd numbers are answers. */
  static Tone tone(int packet) {
    return packet % 2 == 0 ? Tone.FORWARD : Tone.REPLY;
  }

  /**
   * The pieces of a way: one from the wire, one between neighbouring boxes, one to the wire.
   *
   * @param boxes how many boxes of the way have been reached
   */
  List<List<Point>> pieces(Hop hop, int boxes) {
    List<List<Point>> pieces = new ArrayList<>();
    List<Box> way = hop.way().subList(0, boxes);
    if (hop.iif().isPresent() && !way.isEmpty()) {
      Area first = PathLayout.area(way.get(0));
      pieces.add(level(first.x() - WIRE, first.x(), first.middleY() + side));
    }
    for (int i = 1; i < way.size(); i++) {
      pieces.add(between(PathLayout.area(way.get(i - 1)), PathLayout.area(way.get(i))));
    }
    if (hop.oif().isPresent() && boxes == hop.way().size() && !way.isEmpty()) {
      Area last = PathLayout.area(way.get(way.size() - 1));
      pieces.add(level(last.right(), last.right() + WIRE, last.middleY() + side));
    }
    return pieces;
  }

  private static List<Point> level(double from, double to, double y) {
    return List.of(new Point(from, y), new Point(to, y));
  }

  private static List<Point> upright(double x, double from, double to) {
    return List.of(new Point(x, from), new Point(x, to));
  }

  /** From border to border: straight where the boxes face each other, else round one corner. */
  List<Point> between(Area from, Area to) {
    double left = Math.max(from.x(), to.x());
    double right = Math.min(from.right(), to.right());
    if (left < right) {
      double x = (left + right) / 2 + side;
      return from.y() > to.y()
          ? upright(x, from.y(), to.bottom())
          : upright(x, from.bottom(), to.y());
    }
    double top = Math.max(from.y(), to.y());
    double bottom = Math.min(from.bottom(), to.bottom());
    if (top < bottom) {
      double y = (top + bottom) / 2 + side;
      return from.x() > to.x() ? level(from.x(), to.right(), y) : level(from.right(), to.x(), y);
    }
    double x = to.middleX() + side;
    double y = from.middleY() + side;
    return List.of(
        new Point(x > from.middleX() ? from.right() : from.x(), y),
        new Point(x, y),
        new Point(x, to.y() > y ? to.y() : to.bottom()));
  }
}
