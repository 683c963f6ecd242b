package org.hookline.model.route;

import java.util.OptionalInt;

/**
 * Results of a table that an {@code ip rule} does not take.
 *
 * @param prefixLength results with this prefix length or a shorter one do not count
 * @param group results that leave by an interface of this group do not count
 */
public record Suppression(OptionalInt prefixLength, OptionalInt group) {

  public static final Suppression NONE = new Suppression(OptionalInt.empty(), OptionalInt.empty());

  /** iproute2's words with a leading blank; empty when every result counts. */
  @Override
  public String toString() {
    return (prefixLength.isPresent() ? " suppress_prefixlength " + prefixLength.getAsInt() : "")
        + (group.isPresent() ? " suppress_ifgroup " + group.getAsInt() : "");
  }
}
