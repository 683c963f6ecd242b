package org.hookline.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hookline.check.set.Assignment;
import org.hookline.check.set.Block;
import org.hookline.check.set.Diagrams;
import org.hookline.ir.Label;
import org.hookline.ir.Visit;
import org.hookline.packet.Field;

/** Draws flows out of a finished run, with a taste for the edges of its sets. */
public final class Samples {
  private final SymbolicRun run;
  private final RandomGenerator random;

  public Samples(SymbolicRun run, RandomGenerator random) {
    this.run = run;
    this.random = random;
  }

  /** A flow that ends in some terminal, with the choices that lead there. */
  public Witness next() {
    List<Terminal> terminals = run.terminals();
    return witness(terminals.get(random.nextInt(terminals.size())).guard());
  }

  /** A flow of which some packet takes this way out of a step; empty when none does. */
  public Optional<Witness> through(Label step, int way) {
    int taking = run.visits().guard(run.arena().diagrams(), step, way);
    return taking == Diagrams.FALSE ? Optional.empty() : Optional.of(witness(taking));
  }

  private Witness witness(int guard) {
    Assignment values = walk(guard);
    Map<Field, Long> packet = new LinkedHashMap<>(run.inputs().constants());
    run.inputs().blocks().forEach((field, block) -> packet.put(field, number(block, values)));
    Map<Visit, Long> choices = new LinkedHashMap<>();
    run.arena()
        .choices()
        .all()
        .forEach((visit, drawn) -> choices.put(visit, number(drawn.block(), values)));
    return new Witness(packet, choices);
  }

  /** For each block either the lowest, the highest or any of the possible values. */
  private Assignment walk(int guard) {
    Assignment values = new Assignment();
    run.inputs().blocks().values().forEach(block -> fill(block, values));
    run.arena().choices().all().values().forEach(drawn -> fill(drawn.block(), values));
    Diagrams diagrams = run.arena().diagrams();
    int here = guard;
    while (!diagrams.isTerminal(here)) {
      int variable = diagrams.variable(here);
      boolean wanted = values.get(variable);
      if ((wanted ? diagrams.high(here) : diagrams.low(here)) == Diagrams.FALSE) {
        wanted = !wanted;
        values.set(variable, wanted);
      }
      here = wanted ? diagrams.high(here) : diagrams.low(here);
    }
    return values;
  }

  private void fill(Block block, Assignment values) {
    int manner = random.nextInt(3);
    values.set(block, manner == 0 ? 0 : manner == 1 ? -1 : random.nextLong());
  }

  private static long number(Block block, Assignment values) {
    long number = 0;
    for (int bit = 0; bit < block.width(); bit++) {
      number |= (values.get(block.variable(bit)) ? 1L : 0) << bit;
    }
    return number;
  }
}
