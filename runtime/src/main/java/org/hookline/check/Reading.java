package org.hookline.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Block;
import org.hookline.check.set.Boxes;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Quantifier;
import org.hookline.check.set.Ranges;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.packet.Field;

/** Sets of opening packets in the user's terms, relative to the flow set that was asked about. */
final class Reading {
  private final Diagrams diagrams;
  private final Vectors vectors;
  private final Inputs inputs;
  private final List<Field> fields;
  private final List<Block> blocks;
  private final int universe;

  /**
   * @param universe all flows that count
   */
  Reading(Diagrams diagrams, Vectors vectors, Inputs inputs, int universe) {
    this.diagrams = diagrams;
    this.vectors = vectors;
    this.inputs = inputs;
    this.fields = List.copyOf(inputs.blocks().keySet());
    this.blocks = inputs.blockList();
    this.universe = universe;
  }

  Diagrams diagrams() {
    return diagrams;
  }

  int universe() {
    return universe;
  }

  /** The open fields, in the order of the sides of a box. */
  List<Field> fields() {
    return fields;
  }

  Assignment assignment(Map<Field, Long> packet) {
    Assignment values = new Assignment();
    inputs.blocks().forEach((field, block) -> values.set(block, packet.getOrDefault(field, 0L)));
    return values;
  }

  Boxes boxes(int set) {
    return Boxes.of(diagrams, blocks, set);
  }

  /** The values that the universe has for one side of a box, and the box has not. */
  Ranges outside(List<Ranges> sides, int side) {
    int slice = universe;
    BitSet others = new BitSet();
    for (int i = 0; i < sides.size(); i++) {
      if (i != side) {
        slice = diagrams.and(slice, among(blocks.get(i), sides.get(i)));
        blocks.get(i).addTo(others);
      }
    }
    int values = new Quantifier(diagrams, others).exists(slice);
    List<List<Ranges>> all = Boxes.of(diagrams, List.of(blocks.get(side)), values).list();
    return all.isEmpty() ? Ranges.NONE : all.get(0).get(0).minus(sides.get(side));
  }

  private int among(Block block, Ranges ranges) {
    Vec vec = vectors.variables(block);
    List<Integer> parts = new ArrayList<>();
    for (Ranges.Range range : ranges.list()) {
      parts.add(vectors.inRange(vec, range.first(), range.last()));
    }
    return diagrams.either(parts);
  }
}
