package org.hookline.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.hookline.addr.Address;
import org.hookline.addr.PortRange;
import org.hookline.addr.Protocol;
import org.hookline.check.Box;
import org.hookline.check.Failing;
import org.hookline.check.FlowQuestion;
import org.hookline.check.SymbolicRun;
import org.hookline.check.property.Judge;
import org.hookline.check.property.Properties;
import org.hookline.check.property.Site;
import org.hookline.check.set.Ranges;
import org.hookline.ir.StepGraph;
import org.hookline.model.Network;
import org.hookline.model.flow.FlowSet;
import org.hookline.model.flow.FlowSource;
import org.hookline.model.flow.Service;
import org.hookline.model.property.Property;
import org.hookline.packet.Field;
import org.hookline.packet.Fields;
import org.hookline.packet.TcpFlags;
import org.hookline.path.Numbering;
import org.hookline.path.Observer;
import org.hookline.path.PacketWalk;
import org.hookline.path.Paths;
import org.hookline.sim.NaturalOracle;
import org.hookline.sim.Recorder;
import org.hookline.sim.Simulator;
import org.hookline.sim.Tables;
import org.hookline.source.Origin;
import org.junit.jupiter.api.Test;

/**
 * Forty variants of the first example: the failing set of each property says of every
 * representative, and of every boundary and its neighbours, what the simulator says.
 */
class SeededVariantsTest {
  private static final long SEED = 20261120;
  private static final int VARIANTS = 40;

  @Test
  void failingSetsSayWhatTheSimulatorSaysOnBothSidesOfEveryBoundary() {
    long asked = 0;
    long failed = 0;
    for (int i = 0; i < VARIANTS; i++) {
      UplinkVariant variant = new UplinkVariant(new Random(SEED + i));
      Network network = variant.network();
      StepGraph.Builder builder = new StepGraph.Builder();
      Numbering numbers = PacketWalk.number(network);
      Site site = new Site(builder, numbers, List.of());
      List<Judge> judges = new ArrayList<>();
      for (Property property :
          List.of(
              new Property.DeliveredTo("lab"),
              new Property.SymmetricAt("server"),
              new Property.Replied())) {
        judges.add(Properties.judge(property, site));
      }
      List<Observer> observers = judges.stream().flatMap(j -> j.observers().stream()).toList();
      Paths paths = PacketWalk.of(network, numbers, builder, observers);
      FlowQuestion question = question(variant, network, paths);
      SymbolicRun run =
          SymbolicRun.start(paths.graph(), question.start(), question.inputs(), question.flow());
      for (Judge judge : judges) {
        Failing failing = run.failing(judge.good(paths.graph()));
        for (Map<Field, Long> packet : packets(variant, failing)) {
          if (!run.universe().contains(packet)) {
            continue;
          }
          boolean good =
              new Simulator(paths.graph(), new NaturalOracle(0), Recorder.NONE)
                  .run(question.start(), packet, new Tables())
                  .satisfies(judge.good(paths.graph()));
          assertThat(failing.refuted().contains(packet))
              .as("seed %d, variant %d, %s, packet %s", SEED, i, judge, packet)
              .isEqualTo(!good);
          asked++;
          failed += good ? 0 : 1;
        }
      }
    }
    System.out.printf(
        "Variants of the first example, seed %d: %d verdicts, %d fail%n", SEED, asked, failed);
    assertThat(asked).isGreaterThan(10_000);
    assertThat(failed).isBetween(asked / 10, asked * 9 / 10);
  }

  private static FlowQuestion question(UplinkVariant variant, Network network, Paths paths) {
    Service rsync =
        new Service(Protocol.TCP, List.of(new PortRange(50000, 50100)), List.of(PortRange.ANY));
    FlowSet flows =
        new FlowSet(
            new FlowSource.FromInternet(Optional.empty()),
            variant.published(),
            List.of(rsync),
            Origin.NONE);
    return FlowQuestion.of(flows, network, paths).get(0);
  }

  /**
   * Every end of every box, the addresses that rules name, their neighbours, and some in between.
   */
  private static List<Map<Field, Long>> packets(UplinkVariant variant, Failing failing) {
    TreeSet<Long> sources = new TreeSet<>(List.of(0x08080808L));
    for (Address stranger : variant.strangers()) {
      around(sources, stranger.low());
      for (int bits = 1; bits <= 8; bits++) {
        long first = stranger.low() & -1L << bits;
        around(sources, first);
        around(sources, first + (1L << bits) - 1);
      }
    }
    for (Box box : failing.refuted().boxes()) {
      for (Ranges.Range range : box.values(Fields.SRC).list()) {
        around(sources, range.first());
        around(sources, range.last());
        sources.add((range.first() + range.last()) / 2);
      }
    }
    List<Map<Field, Long>> packets = new ArrayList<>();
    variant
        .published()
        .ranges()
        .forEach(
            destination -> {
              for (long source : sources) {
                for (long dport : new long[] {49999, 50000, 50050, 50100, 50101}) {
                  packets.add(packet(destination.first().low(), source, dport));
                }
              }
            });
    return packets;
  }

  private static void around(TreeSet<Long> values, long value) {
    for (long near = value - 1; near <= value + 1; near++) {
      values.add(near & 0xffffffffL);
    }
  }

  private static Map<Field, Long> packet(long destination, long source, long dport) {
    Map<Field, Long> packet = new LinkedHashMap<>();
    packet.put(Fields.DST, destination);
    packet.put(Fields.SRC, source);
    packet.put(Fields.PROTO, (long) Protocol.TCP.number());
    packet.put(Fields.DPORT, dport);
    packet.put(Fields.SPORT, 40000L);
    packet.put(Fields.TCP_FLAGS, TcpFlags.SYN);
    packet.put(Fields.TTL, 64L);
    return packet;
  }
}
