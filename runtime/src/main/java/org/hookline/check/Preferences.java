package org.hookline.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;

/**
 * What an example should look like.
 *
 * @param values for each field the values to try, best first; the fields in the order in which they
 *     are decided. Where none fits the smallest possible value is taken.
 */
public record Preferences(Map<Field, List<Long>> values) {

  /** An ordinary client port. */
  public static final Preferences ORDINARY =
      new Preferences(Map.of()).prefer(Fields.SPORT, List.of(40000L));

  /** These preferences with those of one more field, decided after the others. */
  public Preferences prefer(Field field, List<Long> best) {
    Map<Field, List<Long>> more = new LinkedHashMap<>(values);
    more.put(field, List.copyOf(best));
    return new Preferences(more);
  }
}
