package org.hookline.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.sim.Simulator;
import org.junit.jupiter.api.Test;

/** The shortcut through a long step finds the branch that asking one by one finds. */
class FirstMatchTest {
  private static final long SEED = 20261130;
  private static final List<Field> FIELDS =
      List.of(Fields.DST, Fields.SRC, Fields.DPORT, Fields.PROTO);

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void theFirstBranchOfRandomListsIsFound() {
    StepGraph graph = empty();
    int found = 0;
    for (int list = 0; list < 60; list++) {
      List<Pred> guards = new ArrayList<>();
      for (int i = 0; i < 20 + random.nextInt(300); i++) {
        guards.add(guard());
      }
      FirstMatch shortcut = new FirstMatch(guards);
      for (int i = 0; i < 200; i++) {
        Map<Field, Long> packet = packet();
        int expected = oneByOne(graph, guards, packet);
        int first =
            shortcut.of(packet::get, way -> Simulator.holds(graph, guards.get(way), packet));
        assertThat(first).as("seed %d, list %d, packet %s", SEED, list, packet).isEqualTo(expected);
        found += first > 0 ? 1 : 0;
      }
    }
    assertThat(found).as("packets behind the first branch").isGreaterThan(3000);
  }

  @Test
  void fewBranchesAreAskedOfMany() {
    List<Pred> guards = new ArrayList<>();
    for (long i = 0; i < 10_000; i++) {
      guards.add(Pred.and(Pred.is(Fields.DST, i), Pred.is(Fields.PROTO, 6)));
    }
    Map<Field, Long> packet = Map.of(Fields.DST, 9_999L, Fields.PROTO, 6L);
    List<Integer> asked = new ArrayList<>();
    int first =
        new FirstMatch(guards)
            .of(
                packet::get,
                way -> {
                  asked.add(way);
                  return way == 9_999;
                });
    assertThat(first).isEqualTo(9_999);
    assertThat(asked).containsExactly(9_999);
  }

  private static StepGraph empty() {
    StepGraph.Builder builder = new StepGraph.Builder();
    Label label = builder.label("h/end");
    Fate fate = new Fate(Fate.Outcome.STRAY, "h", "");
    builder.branches(
        label, new Branch(Pred.TRUE, List.of(), new Next.End(fate), java.util.Optional.empty()));
    return builder.build();
  }

  private static int oneByOne(StepGraph graph, List<Pred> guards, Map<Field, Long> packet) {
    for (int i = 0; i < guards.size(); i++) {
      if (Simulator.holds(graph, guards.get(i), packet)) {
        return i;
      }
    }
    return -1;
  }

  private Map<Field, Long> packet() {
    Map<Field, Long> packet = new HashMap<>();
    FIELDS.forEach(field -> packet.put(field, value(field)));
    return packet;
  }

  /** Few values, so that guards and packets meet. */
  private long value(Field field) {
    return (long) random.nextInt(16) << (field.width() - 4) | random.nextInt(4);
  }

  private Pred guard() {
    List<Pred> preds = new ArrayList<>();
    for (Field field : FIELDS) {
      if (random.nextInt(3) > 0) {
        preds.add(about(field));
      }
    }
    Pred all = Pred.and(preds);
    return switch (random.nextInt(12)) {
      case 0 -> Pred.not(all);
      case 1 -> Pred.or(all, about(Fields.DST));
      default -> all;
    };
  }

  private Pred about(Field field) {
    long low = value(field);
    return switch (random.nextInt(4)) {
      case 0 -> Pred.is(field, low);
      case 1 -> new Pred.InRange(field, low, low + random.nextInt(5));
      case 2 -> new Pred.Masked(field, low, random.nextLong() & field.mask());
      default -> Pred.prefix(field, low, random.nextInt(field.width() + 1));
    };
  }
}
