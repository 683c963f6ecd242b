package org.hookline.path;

import org.hookline.ir.Label;

/** One part of a box: builds its steps in front of what follows, and says where it begins. */
@FunctionalInterface
interface Stage {

  /**
   * Adds the steps of this part.
   *
   * @param name unique prefix for the labels
   * @param next where packets go that pass
   * @return where packets come in; {@code next} when the part is empty
   */
  Label before(HostWalk walk, String name, Label next);
}
