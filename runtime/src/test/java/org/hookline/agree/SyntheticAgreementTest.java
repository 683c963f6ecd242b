package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hookline.check.Box;
import org.hookline.check.Failing;
import org.hookline.check.Limits;
import org.hookline.check.PacketSet;
import org.hookline.check.SymbolicRun;
import org.hookline.ir.Fate;
import org.hookline.ir.Pred;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.sim.FlowResult;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Recorder;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.junit.jupiter.api.Test;

/** The two interpreters on graphs that nobody would write. */
class SyntheticAgreementTest {
  private static final long SEED = 20261120;
  private static final int NODES = 1 << 18;
  private static final int STATES = 5000;

  private static final List<Limits> MERGING =
      List.of(
          new Limits(STATES, NODES, Limits.Merging.FOLD, 8),
          new Limits(STATES, NODES, Limits.Merging.FOLD, 1),
          new Limits(STATES, NODES, Limits.Merging.EQUAL, 0),
          new Limits(STATES, NODES, Limits.Merging.NONE, 0));

  @Test
  void bothInterpretersGoTheSameWayToTheSameEnd() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    Coverage all = new Coverage();
    int graphs = Integer.getInteger("hookline.graphs", 120);
    for (int i = 0; i < graphs; i++) {
      long seed = seeds.nextLong();
      SyntheticGraph graph = new SyntheticGraph(seed);
      all.add(
          new Agreement(graph.graph(), graph.start(), graph.inputs(), graph.flow())
              .within(MERGING.get(i % MERGING.size()))
              .on(graph.good(), graph.seen())
              .holds(100, seed));
    }
    System.out.println("Synthetic graphs, seed " + SEED + ": " + all);
    assertThat(all.flows()).as("compared flows").isGreaterThan(40 * graphs);
    assertThat(all.packets()).as("packets").isGreaterThan(all.flows() * 5 / 4);
  }

  @Test
  void theVerdictIsTheSameHoweverStatesAreMerged() {
    SplittableRandom seeds = new SplittableRandom(SEED + 1);
    int compared = 0;
    int merged = 0;
    for (int i = 0; i < 60; i++) {
      SyntheticGraph graph = new SyntheticGraph(seeds.nextLong());
      List<String> verdicts = new ArrayList<>();
      List<Integer> states = new ArrayList<>();
      for (Limits limits : MERGING) {
        SymbolicRun run =
            SymbolicRun.start(graph.graph(), graph.start(), graph.inputs(), graph.flow(), limits);
        Failing failing = run.failing(graph.good());
        if (run.states() <= STATES && run.nodes() < NODES) {
          states.add(run.states());
          verdicts.add(
              text(run.universe())
                  + text(failing.refuted())
                  + text(failing.assumed())
                  + text(failing.inconclusive()));
        }
      }
      assertThat(verdicts.stream().distinct().toList())
          .as("graph %d of seed %d", i, SEED + 1)
          .hasSizeLessThan(2);
      compared += verdicts.size() == MERGING.size() ? 1 : 0;
      merged += states.stream().distinct().count() > 1 ? 1 : 0;
    }
    System.out.println("Merging, seed " + (SEED + 1) + ": " + compared + " graphs, " + merged);
    assertThat(compared).as("graphs compared in every way").isGreaterThan(20);
    assertThat(merged).as("graphs in which merging made a difference").isGreaterThan(10);
  }

  private static String text(PacketSet set) {
    StringBuilder text = new StringBuilder("\n");
    for (Box box : set.boxes()) {
      for (Field field : box.fields()) {
        text.append(field).append(box.values(field)).append(' ');
      }
    }
    return text.toString();
  }

  /** Graphs without any draw have one outcome for each packet: look at every one. */
  @Test
  void everySinglePacketIsJudgedAsTheSimulatorJudgesIt() {
    SplittableRandom seeds = new SplittableRandom(SEED + 2);
    Pred few =
        Pred.and(
            Pred.prefix(Fields.SRC, 0x0a000000L, 28),
            Pred.prefix(Fields.DST, 0x0a000010L, 30),
            Pred.is(Fields.PROTO, 6),
            new Pred.InRange(Fields.SPORT, 510, 513),
            new Pred.InRange(Fields.DPORT, 2, 5));
    int failed = 0;
    int judged = 0;
    for (int i = 0; i < 40; i++) {
      SyntheticGraph graph = new SyntheticGraph(seeds.nextLong(), false);
      SymbolicRun run =
          SymbolicRun.start(graph.graph(), graph.start(), graph.inputs(), few, MERGING.get(i % 2));
      Failing failing = run.failing(graph.good());
      for (int packet = 0; packet < 1 << 10; packet++) {
        Map<Field, Long> fields = packet(graph, packet);
        FlowResult result =
            new Simulator(graph.graph(), new NaturalOracle(packet), Recorder.NONE)
                .run(graph.start(), fields, new Tables());
        boolean never = result.fates().get(0).outcome() == Fate.Outcome.NEVER_SENT;
        if (result.choices().isEmpty()
            && !result.inconclusive()
            && !failing.inconclusive().contains(fields)) {
          boolean bad = !never && !result.satisfies(graph.good());
          assertThat(failing.refuted().contains(fields))
              .as("%s in graph %d", fields, i)
              .isEqualTo(bad);
          judged++;
          failed += bad ? 1 : 0;
        }
      }
    }
    System.out.println(
        "Every packet, seed " + (SEED + 2) + ": " + judged + " judged, " + failed + " fail");
    assertThat(failed).isBetween(judged / 10, judged * 9 / 10);
  }

  private static Map<Field, Long> packet(SyntheticGraph graph, int number) {
    Map<Field, Long> packet = new LinkedHashMap<>();
    graph.inputs().forEach((field, spec) -> packet.put(field, spec.value()));
    packet.put(Fields.SRC, 0x0a000000L + (number & 15));
    packet.put(Fields.DST, 0x0a000010L + (number >> 4 & 3));
    packet.put(Fields.PROTO, 6L);
    packet.put(Fields.SPORT, 510L + (number >> 6 & 3));
    packet.put(Fields.DPORT, 2L + (number >> 8 & 3));
    return packet;
  }
}
