package org.hookline.check;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hookline.check.set.Block;
import org.hookline.check.set.Diagrams;
import org.hookline.check.set.Forced;
import org.hookline.check.set.Vec;
import org.hookline.check.set.Vectors;
import org.hookline.packet.Field;

/** The opening packet: which fields are open, and where their variables lie. */
final class Inputs {
  /** Between two variables of the opening packet there is room for this many, less one. */
  static final int STRIDE = 128;

  /** Bits by which a draw may be wider than the field that it is laid out with. */
  private static final int MARGIN = 48;

  private final Map<Field, InputSpec> specs;
  private final Map<Field, Block> blocks = new LinkedHashMap<>();
  private final int end;

  Inputs(Map<Field, InputSpec> specs) {
    this.specs = new LinkedHashMap<>(specs);
    int next = MARGIN * STRIDE;
    for (Map.Entry<Field, InputSpec> entry : specs.entrySet()) {
      if (entry.getValue().open()) {
        Block block = new Block(next, entry.getKey().width(), STRIDE);
        blocks.put(entry.getKey(), block);
        next = block.end();
      }
    }
    end = next;
  }

  /** The open fields, in the order of their variables. */
  Map<Field, Block> blocks() {
    return Collections.unmodifiableMap(blocks);
  }

  List<Block> blockList() {
    return List.copyOf(blocks.values());
  }

  /** The variables of all open fields. */
  BitSet variables() {
    BitSet variables = new BitSet();
    blocks.values().forEach(block -> block.addTo(variables));
    return variables;
  }

  /** Variables from this number on are free. */
  int end() {
    return end;
  }

  /** The fields that are known beforehand. */
  Map<Field, Long> constants() {
    Map<Field, Long> constants = new LinkedHashMap<>();
    specs.forEach(
        (field, spec) -> {
          if (!spec.open()) {
            constants.put(field, spec.value());
          }
        });
    return constants;
  }

  /** A state with the opening packet and an empty world. */
  Vec[] env(SlotLayout layout, Vectors vectors) {
    Vec[] env = new Vec[layout.size()];
    for (int i = 0; i < env.length; i++) {
      env[i] = vectors.value(layout.width(i), 0);
    }
    constants().forEach((field, value) -> env[field.id()] = vectors.value(field.width(), value));
    blocks.forEach((field, block) -> env[field.id()] = vectors.variables(block));
    return env;
  }

  /** The same state where bits that the flow set leaves no choice are constants: cheaper to ask. */
  Vec[] known(Vec[] env, int flow, Diagrams diagrams, Vectors vectors) {
    Vec[] result = env.clone();
    Forced forced = new Forced(diagrams, flow, blockList());
    blocks.forEach(
        (field, block) -> {
          long ones = 0;
          long mask = 0;
          for (int bit = 0; bit < block.width(); bit++) {
            boolean one = forced.isTrue(block.variable(bit));
            ones |= (one ? 1L : 0) << bit;
            mask |= (one || forced.isFalse(block.variable(bit)) ? 1L : 0) << bit;
          }
          Vec constant = vectors.value(field.width(), ones);
          result[field.id()] = vectors.mix(env[field.id()], constant, mask);
        });
    return result;
  }
}
