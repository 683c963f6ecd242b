package org.hookline.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import org.hookline.packet.Field;

/**
 * The first of many branches whose guard holds, found without asking all of them: branches are
 * shelved by the bits of one field that their guards fix, each shelf by those of another, until few
 * are left. A packet looks at one shelf a mask. The guards themselves have the last word.
 *
 * <p>Srinivasan, Suri and Varghese, Packet Classification using Tuple Space Search (1999).
 */
public final class FirstMatch {
  /** So many branches are asked one by one. */
  private static final int FEW = 8;

  private static final int NONE = Integer.MAX_VALUE;

  private final Shelf root;

  /**
   * @param guards of a step, in order; none of them may choose
   */
  public FirstMatch(List<Pred> guards) {
    List<List<Pred.Masked>> fixed = guards.stream().map(Pred::fixed).toList();
    int[] all = new int[guards.size()];
    Arrays.setAll(all, i -> i);
    root = shelf(all, fixed, List.of());
  }

  /**
   * The first branch that holds.
   *
   * @param holds whether a branch's guard holds
   * @return its index, or -1
   */
  public int of(ToLongFunction<Field> packet, IntPredicate holds) {
    int first = root.first(packet, holds, NONE);
    return first == NONE ? -1 : first;
  }

  private interface Shelf {
    /** The first branch before {@code limit} that holds, or {@code limit}. */
    int first(ToLongFunction<Field> packet, IntPredicate holds, int limit);
  }

  private record Row(int[] branches) implements Shelf {
    @Override
    public int first(ToLongFunction<Field> packet, IntPredicate holds, int limit) {
      for (int branch : branches) {
        if (branch >= limit) {
          return limit;
        }
        if (holds.test(branch)) {
          return branch;
        }
      }
      return limit;
    }
  }

  /** Shelves of branches that fix the same bits of a field. */
  private record Rack(long mask, int first, Drawers<Shelf> byValue) {}

  private record Racks(Field field, Rack[] racks) implements Shelf {
    @Override
    public int first(ToLongFunction<Field> packet, IntPredicate holds, int limit) {
      long value = packet.applyAsLong(field);
      int best = limit;
      for (Rack rack : racks) {
        if (rack.first() < best) {
          Shelf shelf = rack.byValue().of(value & rack.mask());
          best = shelf == null ? best : shelf.first(packet, holds, best);
        }
      }
      return best;
    }
  }

  private static Shelf shelf(int[] branches, List<List<Pred.Masked>> fixed, List<Field> used) {
    Field field = branches.length <= FEW ? null : best(branches, fixed, used);
    if (field == null) {
      return new Row(branches);
    }
    List<Field> now = new ArrayList<>(used);
    now.add(field);
    Map<Long, Map<Long, List<Integer>>> sorted = new LinkedHashMap<>();
    for (int branch : branches) {
      long mask = mask(fixed.get(branch), field);
      sorted
          .computeIfAbsent(mask, m -> new HashMap<>())
          .computeIfAbsent(value(fixed.get(branch), field), v -> new ArrayList<>())
          .add(branch);
    }
    List<Rack> racks = new ArrayList<>();
    sorted.forEach(
        (mask, values) -> {
          Map<Long, Shelf> shelves = new HashMap<>();
          int first = NONE;
          for (Map.Entry<Long, List<Integer>> some : values.entrySet()) {
            int[] list = some.getValue().stream().mapToInt(i -> i).toArray();
            first = Math.min(first, list[0]);
            shelves.put(some.getKey(), shelf(list, fixed, now));
          }
          racks.add(new Rack(mask, first, new Drawers<>(shelves)));
        });
    racks.sort(Comparator.comparing(Rack::first));
    return new Racks(field, racks.toArray(Rack[]::new));
  }

  /** The field whose shelves leave the fewest branches to a packet; null if none leaves fewer. */
  private static Field best(int[] branches, List<List<Pred.Masked>> fixed, List<Field> used) {
    Map<Field, Double> spared = new LinkedHashMap<>();
    for (int branch : branches) {
      for (Pred.Masked one : fixed.get(branch)) {
        double share = 1 - Math.pow(2, -Long.bitCount(one.mask()));
        spared.merge(one.field(), share, Double::sum);
      }
    }
    spared.keySet().removeAll(used);
    return spared.entrySet().stream()
        .filter(e -> e.getValue() > branches.length / 4.0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static long mask(List<Pred.Masked> fixed, Field field) {
    return fixed.stream()
        .filter(m -> m.field().equals(field))
        .findFirst()
        .map(Pred.Masked::mask)
        .orElse(0L);
  }

  private static long value(List<Pred.Masked> fixed, Field field) {
    return fixed.stream()
        .filter(m -> m.field().equals(field))
        .findFirst()
        .map(m -> m.value() & m.mask())
        .orElse(0L);
  }
}
