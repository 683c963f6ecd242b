package org.hookline.sim;

import org.hookline.ir.Visit;

/** Decides what the model leaves open. */
public interface Oracle {

  /**
   * A value for a choice; its bits beyond the choice's width are ignored.
   *
   * @param preferred what the kernel takes when nothing speaks against it
   * @param attempt 0 at first; it rises while the values drawn so far were not admissible
   */
  long draw(Visit visit, long preferred, int attempt);
}
