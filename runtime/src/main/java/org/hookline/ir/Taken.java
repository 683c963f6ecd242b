package org.hookline.ir;

/**
 * One step of a packet: where, and which way out it took.
 *
 * @param way number of the branch; for a step of conntrack one of the constants of {@link Step}
 */
public record Taken(Place place, int way) {
  @Override
  public String toString() {
    return place + " way " + way;
  }
}
