package org.hookline.ir;

import java.util.List;
import java.util.Optional;

/**
 * One way out of a step; the first whose guard holds is taken.
 *
 * @param why what to tell about it; empty when it says nothing to a user
 */
public record Branch(Pred guard, List<Effect> effects, Next next, Optional<Why> why) {}
