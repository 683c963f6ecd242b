package org.hookline.dsl.tests.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hookline.ir.Fate;
import org.hookline.lab.Crossing;
import org.hookline.lab.Direction;
import org.hookline.lab.Observation;
import org.hookline.lab.Receipt;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.packet.Headers;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;

/**
 * What became of a stimulus, in the simulator or in the kernel.
 *
 * @param result what the sender's socket reports; {@code sent} for a packet from nobody
 * @param receivers hosts whose sockets got something
 * @param drops {@code REASON at HOST}
 * @param wire {@code HOST.IFACE out PROTOCOL SOURCE > DESTINATION} …, addresses and ports apart
 * @param rules that took it or what followed from it
 */
record Seen(
    String result, List<String> receivers, List<String> drops, List<String> wire, Rules rules) {

  static Seen of(Observation observation, Rules counted) {
    return new Seen(
        observation.result(),
        observation.receipts().stream().map(Receipt::host).toList(),
        observation.drops().stream().map(d -> d.reason() + " at " + d.host()).toList(),
        observation.wire().stream().map(Seen::line).toList(),
        counted);
  }

  static Seen of(Trace trace, Optional<Expectation> outcome) {
    List<String> receivers = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    List<String> wire = new ArrayList<>();
    for (PacketTrace packet : trace.packets()) {
      Fate fate = packet.fate();
      if (fate.outcome() == Fate.Outcome.ACCEPTED) {
        receivers.add(fate.host());
      }
      fate.drop().ifPresent(reason -> drops.add(reason + " at " + fate.host()));
      packet.hops().forEach(hop -> pass(hop, wire));
    }
    Optional<String> errno = trace.packets().get(0).fate().errno();
    return new Seen(result(outcome, errno), receivers, drops, wire, Rules.InOrder.of(trace));
  }

  private static String result(Optional<Expectation> outcome, Optional<String> errno) {
    if (outcome.isEmpty()) {
      return "sent";
    }
    return switch (outcome.get()) {
      case OK -> "ok";
      case TIMEOUT -> "timeout";
      case REFUSED -> "ECONNREFUSED";
      case UNREACHABLE -> errno.orElse("EPERM");
    };
  }

  private static void pass(Hop hop, List<String> wire) {
    hop.iif().ifPresent(i -> wire.add(line(hop.host(), i, Direction.IN, hop.arrived())));
    hop.oif().ifPresent(o -> wire.add(line(hop.host(), o, Direction.OUT, hop.left())));
  }

  private static String line(Crossing crossing) {
    return line(crossing.host(), crossing.iface(), crossing.direction(), crossing.packet());
  }

  private static String line(String host, String iface, Direction direction, Headers packet) {
    String icmp =
        packet.type() == 0 && packet.code() == 0 ? "" : " " + packet.type() + "/" + packet.code();
    return String.format(
        "%s.%s %s %s %s > %s%s%s ttl %d",
        host,
        iface,
        direction,
        packet.protocol(),
        end(packet.src().toString(), packet.sport()),
        end(packet.dst().toString(), packet.dport()),
        packet.protocol().toString().equals("icmp") ? icmp : "",
        packet.protocol().toString().equals("tcp")
            ? " " + org.hookline.packet.TcpFlags.letters(packet.flags())
            : "",
        packet.ttl());
  }

  private static String end(String address, int port) {
    return port == 0 ? address : address + " " + port;
  }
}
