package org.hookline.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hookline.check.set.Block;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.ir.Visit;
import org.hookline.packet.Field;

/** Picks one flow out of a set: preferred values where they fit, else the smallest. */
final class Picker {
  private final Diagrams diagrams;
  private final Vectors vectors;
  private final Inputs inputs;
  private final ChoiceVariables choices;
  private int left;

  /**
   * @param flows not empty; over inputs and choices
   */
  Picker(Arena arena, Inputs inputs, int flows) {
    this.diagrams = arena.diagrams();
    this.vectors = arena.vectors();
    this.inputs = inputs;
    this.choices = arena.choices();
    this.left = flows;
  }

  Witness pick(Preferences preferences) {
    Map<Field, Long> decided = new LinkedHashMap<>();
    Set<Field> order = new LinkedHashSet<>(preferences.values().keySet());
    order.retainAll(inputs.blocks().keySet());
    order.addAll(inputs.blocks().keySet());
    for (Field field : order) {
      List<Long> best = preferences.values().getOrDefault(field, List.of());
      decided.put(field, decide(inputs.blocks().get(field), best));
    }
    Map<Field, Long> packet = new LinkedHashMap<>(inputs.constants());
    inputs.blocks().keySet().forEach(field -> packet.put(field, decided.get(field)));
    Map<Visit, Long> draws = new LinkedHashMap<>();
    choices
        .all()
        .forEach(
            (visit, drawn) -> {
              keep(vectors.same(drawn.value(), drawn.preferred(), visit.choice().mask(), left));
              draws.put(visit, decide(drawn.block(), List.of()));
            });
    return new Witness(packet, draws);
  }

  private boolean keep(int part) {
    if (part == Diagrams.FALSE) {
      return false;
    }
    left = part;
    return true;
  }

  private long decide(Block block, List<Long> best) {
    Vec vec = vectors.variables(block);
    for (long value : best) {
      if (keep(diagrams.and(left, vectors.masked(vec, value, -1L >>> (64 - block.width()))))) {
        return value;
      }
    }
    long value = 0;
    for (int bit = block.width() - 1; bit >= 0; bit--) {
      int literal = vec.bit(bit);
      if (!keep(diagrams.minus(left, literal))) {
        keep(diagrams.and(left, literal));
        value |= 1L << bit;
      }
    }
    return value;
  }
}
