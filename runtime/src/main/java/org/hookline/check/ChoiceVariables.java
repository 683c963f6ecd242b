package org.hookline.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Block;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Choice;
import org.hookline.ir.Visit;

/**
 * The variables of all draws of a run. A draw that starts out from a field of the opening packet (a
 * NAT port from the source port) lies bit by bit beside it, because both will be compared; the
 * others lie below all fields. Sets are read when the draws have been quantified away.
 */
final class ChoiceVariables {

  /**
   * One draw.
   *
   * @param preferred what a simulator would try first
   */
  record Drawn(Block block, Vec value, Vec preferred) {}

  private final Diagrams diagrams;
  private final Vectors vectors;
  private final List<Block> fields;
  private int beside;
  private final Map<Visit, Drawn> drawn = new LinkedHashMap<>();
  private final BitSet kernel = new BitSet();
  private final BitSet assumed = new BitSet();
  private int next;

  ChoiceVariables(Diagrams diagrams, Vectors vectors, Inputs inputs) {
    this.diagrams = diagrams;
    this.vectors = vectors;
    this.fields = new ArrayList<>(inputs.blockList());
    Collections.reverse(fields);
    this.next = inputs.end();
  }

  Drawn of(Visit visit, Vec preferred) {
    Drawn known = drawn.get(visit);
    if (known != null) {
      return known;
    }
    Block block = block(visit.choice().width(), preferred);
    boolean byKernel = visit.choice().kind() == Choice.Kind.KERNEL;
    block.addTo(byKernel ? kernel : assumed);
    Drawn made = new Drawn(block, vectors.variables(block), preferred);
    drawn.put(visit, made);
    return made;
  }

  private Block block(int width, Vec preferred) {
    for (Block field : fields) {
      if (beside < Inputs.STRIDE - 1 && follows(preferred, field)) {
        beside++;
        int lowest = field.variable(0) + beside;
        return new Block(lowest - (width - 1) * Inputs.STRIDE, width, Inputs.STRIDE);
      }
    }
    Block block = new Block(next, width);
    next = block.end();
    return block;
  }

  /** Whether most bits of a vector depend on the same bits of a field. */
  private boolean follows(Vec vec, Block field) {
    int bits = 0;
    for (int bit = 0; bit < field.width() && !vec.isConstant(); bit++) {
      bits += diagrams.support(vec.bit(bit)).get(field.variable(bit)) ? 1 : 0;
    }
    return 2 * bits > field.width();
  }

  /** All draws, in the order in which they were met. */
  Map<Visit, Drawn> all() {
    return Collections.unmodifiableMap(drawn);
  }

  /** Variables of draws that the kernel decides. */
  BitSet kernel() {
    return kernel;
  }

  /** Variables of draws that depend on traffic or are not modelled. */
  BitSet assumed() {
    return assumed;
  }

  BitSet both() {
    BitSet both = (BitSet) kernel.clone();
    both.or(assumed);
    return both;
  }
}
