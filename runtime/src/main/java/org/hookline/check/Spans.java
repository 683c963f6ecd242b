package org.hookline.check;

import java.util.ArrayList;
import java.util.List;
import org.hookline.addr.PortRange;

/** Lists of port ranges as sets. */
final class Spans {
  private Spans() {}

  static List<PortRange> intersect(List<PortRange> a, List<PortRange> b) {
    List<PortRange> both = new ArrayList<>();
    for (PortRange x : a) {
      for (PortRange y : b) {
        int first = Math.max(x.first(), y.first());
        int last = Math.min(x.last(), y.last());
        if (first <= last) {
          both.add(new PortRange(first, last));
        }
      }
    }
    return both;
  }

  static List<PortRange> minus(List<PortRange> a, List<PortRange> b) {
    List<PortRange> left = a;
    for (PortRange hole : b) {
      List<PortRange> rest = new ArrayList<>();
      for (PortRange range : left) {
        if (range.last() < hole.first() || hole.last() < range.first()) {
          rest.add(range);
          continue;
        }
        if (range.first() < hole.first()) {
          rest.add(new PortRange(range.first(), hole.first() - 1));
        }
        if (hole.last() < range.last()) {
          rest.add(new PortRange(hole.last() + 1, range.last()));
        }
      }
      left = rest;
    }
    return left;
  }
}
