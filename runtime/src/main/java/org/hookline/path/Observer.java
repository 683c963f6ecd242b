package org.hookline.path;

import java.util.List;
import java.util.function.Predicate;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;
import org.hookline.ir.conntrack.NatRange;

/**
 * Something that a property wants written down while packets pass.
 *
 * @param host where; a host's or pseudo-host's name
 * @param when tested on the packet as it is at the point
 * @param effects usually {@code Set} or {@code Copy} into ghosts; nothing the path itself reads
 * @param ranges of a binding, for which it is written down
 */
public record Observer(
    Point point, String host, Pred when, List<Effect> effects, Predicate<NatRange> ranges) {

  public Observer(Point point, String host, Pred when, List<Effect> effects) {
    this(point, host, when, effects, range -> true);
  }

  /** Writes something down when a source is bound to one of these ranges. */
  public static Observer ofBinding(String host, Predicate<NatRange> ranges, List<Effect> effects) {
    return new Observer(Point.BIND, host, Pred.TRUE, effects, ranges);
  }

  /** Where on the path. */
  public enum Point {
    /** A packet came in by {@code iif}, before any hook. */
    ENTER,
    /** A packet leaves by {@code oif}, behind all hooks. */
    LEAVE,
    /** A rule binds the source of a connection. */
    BIND
  }
}
