package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Boxes;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Ranges;
import org.hookline.packet.Field;

/** A set of flows, by their opening packets. */
public final class PacketSet {
  private final Reading reading;
  private final int set;
  private Boxes boxes;

  PacketSet(Reading reading, int set) {
    this.reading = reading;
    this.set = set;
  }

  public boolean isEmpty() {
    return set == Diagrams.FALSE;
  }

  /** Whether it is all that was asked about. */
  public boolean isAll() {
    return set == reading.universe();
  }

  /** Whether the flow with this opening packet belongs to the set. */
  public boolean contains(Map<Field, Long> packet) {
    return reading.diagrams().holds(set, reading.assignment(packet));
  }

  /** Disjoint boxes whose union is exactly this set, unless it is not {@link #readable}. */
  public List<Box> boxes() {
    List<Box> list = new ArrayList<>();
    for (List<Ranges> sides : read().list()) {
      list.add(new Box(reading, sides));
    }
    return list;
  }

  /** False when the set is so scattered that {@link #boxes} is only a part of it. */
  public boolean readable() {
    return read().complete();
  }

  private Boxes read() {
    if (boxes == null) {
      boxes = reading.boxes(set);
    }
    return boxes;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof PacketSet other && reading == other.reading && set == other.set;
  }

  @Override
  public int hashCode() {
    return set;
  }
}
