package org.hookline.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Block;
import org.hookline.check.set.Boxes;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Quantifier;
import org.hookline.check.set.Ranges;
import org.hookline.ir.Visit;

/**
 * Which flows fail a property. The three sets are disjoint; the property holds for every other
 * flow.
 */
public final class Failing {
  private final Arena arena;
  private final Diagrams diagrams;
  private final Inputs inputs;
  private final Reading reading;

  /** Over the opening packet and all choices. */
  private final int bad;

  private final int refuted;
  private final int assumed;
  private final int inconclusive;

  /** Over the opening packet and what is not decided by the kernel. */
  private final int badForSome;

  private final int possible;

  /**
   * @param bad flows with choices that fail
   * @param unknown flows with choices of which nothing is known
   * @param all flows with choices that exist
   */
  Failing(Arena arena, Inputs inputs, Reading reading, int bad, int unknown, int all) {
    this.arena = arena;
    this.diagrams = arena.diagrams();
    this.inputs = inputs;
    this.reading = reading;
    this.bad = bad;
    Quantifier kernel = new Quantifier(diagrams, arena.choices().kernel());
    Quantifier open = new Quantifier(diagrams, arena.choices().assumed());
    badForSome = kernel.exists(bad);
    possible = kernel.exists(all);
    int some = open.exists(badForSome);
    refuted = diagrams.minus(some, open.exists(diagrams.minus(possible, badForSome)));
    assumed = diagrams.minus(some, refuted);
    inconclusive = diagrams.minus(open.exists(kernel.exists(unknown)), some);
  }

  /** Flows that fail whatever the model leaves open. */
  public PacketSet refuted() {
    return new PacketSet(reading, refuted);
  }

  /** Flows that fail for some outcomes of what the model leaves open, and not for others. */
  public PacketSet assumed() {
    return new PacketSet(reading, assumed);
  }

  /** Flows of which nothing is known, because they met a bound. */
  public PacketSet inconclusive() {
    return new PacketSet(reading, inconclusive);
  }

  /** Whether every flow is good, with nothing assumed. */
  public boolean proved() {
    return (refuted | assumed | inconclusive) == Diagrams.FALSE;
  }

  /** A refuted flow, or if there is none an assumed one; one of the two sets is not empty. */
  public Witness witness(Preferences preferences) {
    int flows = refuted != Diagrams.FALSE ? refuted : assumed;
    return new Picker(arena, inputs, diagrams.and(flows, bad)).pick(preferences);
  }

  /** What the goodness of the assumed flows depends on. */
  public List<Assumption> assumptions() {
    List<Assumption> assumptions = new ArrayList<>();
    if (assumed == Diagrams.FALSE) {
      return assumptions;
    }
    int spoiling = diagrams.and(assumed, badForSome);
    BitSet packet = inputs.variables();
    int serving = diagrams.not(new Quantifier(diagrams, packet).exists(spoiling));
    serving = diagrams.and(serving, new Quantifier(diagrams, packet).exists(possible));
    BitSet relevant = diagrams.support(spoiling);
    for (Map.Entry<Visit, ChoiceVariables.Drawn> draw : arena.choices().all().entrySet()) {
      Block block = draw.getValue().block();
      if (!block.meets(relevant)) {
        continue;
      }
      BitSet others = (BitSet) arena.choices().assumed().clone();
      block.removeFrom(others);
      int outcomes = new Quantifier(diagrams, others).exists(serving);
      List<List<Ranges>> boxes = Boxes.of(diagrams, List.of(block), outcomes).list();
      assumptions.add(
          new Assumption(draw.getKey(), boxes.isEmpty() ? Ranges.NONE : boxes.get(0).get(0)));
    }
    return assumptions;
  }
}
