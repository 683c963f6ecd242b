package org.hookline.dsl.ide.hover;

import java.util.Optional;

/** One thing that can be said about a place. */
interface HoverPart {

  /** Empty where it has nothing to say. */
  Optional<Hovered> at(HoverPlace place);
}
