package org.hookline.check.set;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of numbers as ordered ranges that neither overlap nor touch; equal sets are equal. Numbers
 * are not negative.
 */
public record Ranges(List<Range> list) {
  public static final Ranges NONE = new Ranges(List.of());

  /** Numbers from first to last, both included. */
  public record Range(long first, long last) {
    @Override
    public String toString() {
      return first == last ? "" + first : first + "-" + last;
    }
  }

  public static Ranges of(long first, long last) {
    return new Ranges(List.of(new Range(first, last)));
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public boolean contains(long number) {
    for (Range range : list) {
      if (range.first <= number && number <= range.last) {
        return true;
      }
    }
    return false;
  }

  public Ranges union(Ranges other) {
    List<Range> sorted = new ArrayList<>(list);
    sorted.addAll(other.list);
    sorted.sort((a, b) -> Long.compare(a.first, b.first));
    Builder union = new Builder();
    sorted.forEach(range -> union.add(range.first, range.last));
    return union.ranges();
  }

  public Ranges intersect(Ranges other) {
    return minus(minus(other));
  }

  public Ranges minus(Ranges other) {
    Builder rest = new Builder();
    int hole = 0;
    for (Range range : list) {
      long next = range.first;
      while (hole < other.list.size() && other.list.get(hole).last < next) {
        hole++;
      }
      for (int i = hole; i < other.list.size() && other.list.get(i).first <= range.last; i++) {
        if (other.list.get(i).first > next) {
          rest.add(next, other.list.get(i).first - 1);
        }
        next = other.list.get(i).last + 1;
      }
      if (next <= range.last) {
        rest.add(next, range.last);
      }
    }
    return rest.ranges();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Range range : list) {
      text.append(text.length() == 1 ? "" : ", ").append(range);
    }
    return text.append('}').toString();
  }

  /** Collects ranges that come in order of their first number. */
  static final class Builder {
    private final List<Range> list = new ArrayList<>();

    void add(long first, long last) {
      int end = list.size() - 1;
      if (end >= 0 && list.get(end).last + 1 >= first) {
        Range joined = list.get(end);
        list.set(end, new Range(joined.first, Math.max(joined.last, last)));
      } else {
        list.add(new Range(first, last));
      }
    }

    Ranges ranges() {
      return new Ranges(List.copyOf(list));
    }
  }
}
