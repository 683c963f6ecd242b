package org.hookline.addr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of addresses as ordered, disjoint, non-touching ranges; both families may occur. Equal sets
 * have equal lists.
 */
public record AddressSet(List<AddressRange> ranges) {

  public static final AddressSet EMPTY = new AddressSet(List.of());

  public AddressSet {
    ranges = normal(ranges);
  }

  public static AddressSet of(AddressRange... ranges) {
    return new AddressSet(Arrays.asList(ranges));
  }

  public static AddressSet of(Address address) {
    return of(new AddressRange(address, address));
  }

  public static AddressSet ofPrefixes(Collection<Prefix> prefixes) {
    return new AddressSet(prefixes.stream().map(Prefix::range).toList());
  }

  /** Every address of a family. */
  public static AddressSet all(Family family) {
    return of(Prefix.all(family).range());
  }

  private static List<AddressRange> normal(List<AddressRange> unordered) {
    List<AddressRange> sorted = new ArrayList<>(unordered);
    sorted.sort(Comparator.comparing(AddressRange::first));
    List<AddressRange> result = new ArrayList<>();
    for (AddressRange next : sorted) {
      int end = result.size() - 1;
      if (end >= 0 && touches(result.get(end), next)) {
        AddressRange joined = result.get(end);
        Address last = Collections.max(List.of(joined.last(), next.last()));
        result.set(end, new AddressRange(joined.first(), last));
      } else {
        result.add(next);
      }
    }
    return List.copyOf(result);
  }

  private static boolean touches(AddressRange lower, AddressRange upper) {
    if (lower.first().family() != upper.first().family()) {
      return false;
    }
    return lower.last().equals(Address.maximum(lower.last().family()))
        || upper.first().compareTo(lower.last().plus(1)) <= 0;
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean contains(Address address) {
    return ranges.stream().anyMatch(r -> r.contains(address));
  }

  public AddressSet union(AddressSet other) {
    List<AddressRange> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new AddressSet(all);
  }

  public AddressSet intersect(AddressSet other) {
    List<AddressRange> result = new ArrayList<>();
    for (AddressRange a : ranges) {
      for (AddressRange b : other.ranges) {
        if (a.first().family() == b.first().family()) {
          Address first = Collections.max(List.of(a.first(), b.first()));
          Address last = Collections.min(List.of(a.last(), b.last()));
          if (first.compareTo(last) <= 0) {
            result.add(new AddressRange(first, last));
          }
        }
      }
    }
    return new AddressSet(result);
  }

  public AddressSet minus(AddressSet other) {
    List<AddressRange> rest = new ArrayList<>(ranges);
    for (AddressRange hole : other.ranges) {
      List<AddressRange> next = new ArrayList<>();
      for (AddressRange range : rest) {
        cut(range, hole, next);
      }
      rest = next;
    }
    return new AddressSet(rest);
  }

  private static void cut(AddressRange range, AddressRange hole, List<AddressRange> into) {
    if (range.first().family() != hole.first().family()
        || hole.last().compareTo(range.first()) < 0
        || range.last().compareTo(hole.first()) < 0) {
      into.add(range);
      return;
    }
    if (range.first().compareTo(hole.first()) < 0) {
      into.add(new AddressRange(range.first(), hole.first().plus(-1)));
    }
    if (hole.last().compareTo(range.last()) < 0) {
      into.add(new AddressRange(hole.last().plus(1), range.last()));
    }
  }

  /** Only the addresses of one family. */
  public AddressSet only(Family family) {
    return new AddressSet(ranges.stream().filter(r -> r.first().family() == family).toList());
  }

  @Override
  public String toString() {
    return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(", ", "{", "}"));
  }
}
