package org.hookline.ir;

/**
 * A step at a moment. The order is that of work: when a place is worked on, nothing that is still
 * to come can lead to it.
 */
public record Place(Moment moment, Label step) implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    int byTurn = Integer.compare(moment.turn(), other.moment.turn());
    if (byTurn != 0) {
      return byTurn;
    }
    int bySent = Integer.compare(moment.sent(), other.moment.sent());
    if (bySent != 0) {
      return bySent;
    }
    int byPacket = Integer.compare(moment.packet(), other.moment.packet());
    if (byPacket != 0) {
      return byPacket;
    }
    int byHop = Integer.compare(moment.hop(), other.moment.hop());
    return byHop != 0 ? byHop : moment.calls().compare(step, other.moment.calls(), other.step);
  }

  @Override
  public String toString() {
    return step + " (" + moment + ")";
  }
}
