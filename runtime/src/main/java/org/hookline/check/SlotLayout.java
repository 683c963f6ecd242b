package org.hookline.check;

import java.util.SortedMap;
import java.util.TreeMap;
import org.hookline.ir.StepGraph;
import org.hookline.ir.conntrack.Part;

/** Where the conntrack slots of each host lie in a symbolic state, behind the fields. */
final class SlotLayout {
  private static final int PARTS = Part.values().length;

  private final StepGraph graph;
  private final SortedMap<Integer, Integer> bases = new TreeMap<>();
  private final int size;

  SlotLayout(StepGraph graph) {
    this.graph = graph;
    int next = graph.fields().size();
    for (var host : graph.slots().entrySet()) {
      bases.put(host.getKey(), next);
      next += host.getValue() * (PARTS + 1);
    }
    size = next;
  }

  /** Length of a symbolic state. */
  int size() {
    return size;
  }

  /** Slots of a host; the entry with number n lies in slot n-1. */
  int slots(int host) {
    return graph.slots(host);
  }

  /** One bit: whether the slot holds an entry. */
  int used(int host, int slot) {
    return bases.get(host) + slot * (PARTS + 1);
  }

  int part(int host, int slot, Part part) {
    return used(host, slot) + 1 + part.ordinal();
  }

  /** Whether a position holds a conntrack value, which all packets share. */
  boolean isSlot(int position) {
    return position >= graph.fields().size();
  }

  /** Width of each position, for an empty state. */
  int width(int position) {
    if (!isSlot(position)) {
      return graph.fields().get(position).width();
    }
    int within = (position - graph.fields().size()) % (PARTS + 1);
    return within == 0 ? 1 : Part.values()[within - 1].width();
  }
}
