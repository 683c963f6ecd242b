package org.hookline.model;

import org.hookline.source.Origin;

/**
 * Something that was read and understood as text, but that the engine cannot carry yet. What
 * depends on it is assumed, never proved.
 *
 * @param what the text, shortened
 * @param why what is missing
 * @param implied something else of the host says it already, such as a switch of a link
 */
public record Unmodelled(String what, String why, boolean implied, Origin origin) {

  /** Something that nothing else of the host says. */
  public Unmodelled(String what, String why, Origin origin) {
    this(what, why, false, origin);
  }
}
