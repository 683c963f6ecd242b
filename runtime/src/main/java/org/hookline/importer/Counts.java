package org.hookline.importer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of each kind was read, in the order of {@link Counted}; kinds that were not are left
 * out.
 */
public record Counts(Map<Counted, Integer> numbers) {

  public Counts {
    Map<Counted, Integer> ordered = new EnumMap<>(Counted.class);
    ordered.putAll(numbers);
    numbers = Collections.unmodifiableMap(ordered);
  }

  /** {@code 3 interfaces, 12 packet rules}. */
  @Override
  public String toString() {
    return numbers.entrySet().stream()
        .map(e -> e.getKey().counted(e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
