package org.hookline.check;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hookline.check.set.Block;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Choice;
import org.hookline.ir.Visit;

/** The variables of all draws of a run, below those of the opening packet. */
final class ChoiceVariables {

  /**
   * One draw.
   *
   * @param preferred what a simulator would try first
   */
  record Drawn(Block block, Vec value, Vec preferred) {}

  private final Vectors vectors;
  private final Map<Visit, Drawn> drawn = new LinkedHashMap<>();
  private final BitSet kernel = new BitSet();
  private final BitSet assumed = new BitSet();
  private int next;

  ChoiceVariables(Vectors vectors, int first) {
    this.vectors = vectors;
    this.next = first;
  }

  Drawn of(Visit visit, Vec preferred) {
    Drawn known = drawn.get(visit);
    if (known != null) {
      return known;
    }
    Block block = new Block(next, visit.choice().width());
    next = block.end();
    boolean byKernel = visit.choice().kind() == Choice.Kind.KERNEL;
    (byKernel ? kernel : assumed).set(block.base(), block.end());
    Drawn made = new Drawn(block, vectors.variables(block), preferred);
    drawn.put(visit, made);
    return made;
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
