package org.hookline.path;

import java.util.List;
import org.hookline.ir.Effect;
import org.hookline.ir.Pred;

/**
 * Something that a property wants written down while packets pass.
 *
 * @param host where; a host's or pseudo-host's name
 * @param when tested on the packet as it is at the point
 * @param effects usually {@code Set} or {@code Copy} into ghosts; nothing the path itself reads
 */
public record Observer(Point point, String host, Pred when, List<Effect> effects) {

  /** Where on the path. */
  public enum Point {
    /** A packet came in by {@code iif}, before any hook. */
    ENTER,
    /** A packet leaves by {@code oif}, behind all hooks. */
    LEAVE
  }
}
