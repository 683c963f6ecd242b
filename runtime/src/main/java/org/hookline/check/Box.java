package org.hookline.check;

import java.util.List;
import org.hookline.check.set.Ranges;
import org.hookline.packet.Field;

/** Some flows, as ranges for each open field of the opening packet: all their combinations. */
public final class Box {
  private final Reading reading;
  private final List<Ranges> sides;

  Box(Reading reading, List<Ranges> sides) {
    this.reading = reading;
    this.sides = sides;
  }

  /** The open fields, in the order in which they were given. */
  public List<Field> fields() {
    return reading.fields();
  }

  /** The values of a field, exactly. */
  public Ranges values(Field field) {
    return sides.get(reading.fields().indexOf(field));
  }

  /**
   * What the flow set has for a field, given the other fields of this box, and this box has not.
   * Empty when the field says nothing; when it is shorter than {@link #values}, "any but" reads
   * better.
   */
  public Ranges outside(Field field) {
    return reading.outside(sides, reading.fields().indexOf(field));
  }

  /** {@code dst {1-2} src any but {7}}: plain numbers, for tests and bundles. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields()) {
      Ranges outside = outside(field);
      if (!outside.isEmpty()) {
        boolean shorter = outside.list().size() < values(field).list().size();
        text.append(text.isEmpty() ? "" : " ").append(field).append(' ');
        text.append(shorter ? "any but " + outside : values(field));
      }
    }
    return text.isEmpty() ? "all" : text.toString();
  }
}
