package org.hookline.check.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagram over some blocks, read as a union of boxes: a box has ranges for every block and holds
 * all their combinations. The boxes are disjoint, and their union is the set; of a set that is too
 * scattered it is a part, see {@link #complete}.
 */
public final class Boxes {
  /** Pieces of values that are looked at; sets of scattered bits have billions. */
  private static final int PIECES = 1 << 18;

  /** Those of one block alone: what lies below it is to be read too. */
  private static final int PIECES_OF_BLOCK = 1 << 16;

  private final Diagrams diagrams;
  private final List<Block> blocks;
  private final List<List<Ranges>> boxes = new ArrayList<>();
  private int pieces;
  private int bound;
  private boolean cut;

  private Boxes(Diagrams diagrams, List<Block> blocks) {
    this.diagrams = diagrams;
    this.blocks = blocks;
  }

  /**
   * Reads a set.
   *
   * @param blocks in the order of their variables; the set depends on nothing else
   */
  public static Boxes of(Diagrams diagrams, List<Block> blocks, int set) {
    Boxes read = new Boxes(diagrams, blocks);
    read.read(set, new ArrayList<>());
    read.join();
    return read;
  }

  /** Each box with the ranges of each block, in the order of the blocks. */
  public List<List<Ranges>> list() {
    return boxes;
  }

  /** False when the set has too many pieces to be read; then the list is only a part of it. */
  public boolean complete() {
    return !cut;
  }

  private void read(int set, List<Ranges> above) {
    if (set == Diagrams.FALSE) {
      return;
    }
    if (above.size() == blocks.size()) {
      boxes.add(List.copyOf(above));
      return;
    }
    Map<Integer, Ranges.Builder> values = new LinkedHashMap<>();
    bound = Math.min(PIECES, pieces + PIECES_OF_BLOCK);
    split(set, blocks.get(above.size()), 0, 0, values);
    for (Map.Entry<Integer, Ranges.Builder> entry : values.entrySet()) {
      above.add(entry.getValue().ranges());
      read(entry.getKey(), above);
      above.remove(above.size() - 1);
    }
  }

  /**
   * The values of a block by what is left below it.
   *
   * @param depth bits of the block that are decided
   * @param prefix their value
   */
  private void split(
      int set, Block block, int depth, long prefix, Map<Integer, Ranges.Builder> values) {
    if (set == Diagrams.FALSE) {
      return;
    }
    if (pieces >= bound) {
      cut = true;
      return;
    }
    if (diagrams.variable(set) >= block.end()) {
      int open = block.width() - depth;
      long first = prefix << open;
      values.computeIfAbsent(set, key -> new Ranges.Builder()).add(first, first + (1L << open) - 1);
      pieces++;
      return;
    }
    boolean tested = diagrams.variable(set) == block.base() + depth * block.stride();
    int whereFalse = tested ? diagrams.low(set) : set;
    int whereTrue = tested ? diagrams.high(set) : set;
    split(whereFalse, block, depth + 1, prefix << 1, values);
    split(whereTrue, block, depth + 1, prefix << 1 | 1, values);
  }

  /** Makes one of two boxes that differ in one block only, as long as there are such. */
  private void join() {
    int before;
    do {
      before = boxes.size();
      for (int side = 0; side < blocks.size(); side++) {
        join(side);
      }
    } while (boxes.size() < before);
  }

  private void join(int side) {
    Map<List<Ranges>, Ranges> joined = new LinkedHashMap<>();
    for (List<Ranges> box : boxes) {
      List<Ranges> rest = new ArrayList<>(box);
      rest.set(side, Ranges.NONE);
      joined.merge(rest, box.get(side), Ranges::union);
    }
    boxes.clear();
    joined.forEach(
        (rest, values) -> {
          List<Ranges> box = new ArrayList<>(rest);
          box.set(side, values);
          boxes.add(List.copyOf(box));
        });
  }
}
