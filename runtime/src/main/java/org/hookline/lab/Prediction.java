package org.hookline.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hookline.addr.Protocol;
import org.hookline.ir.Fate;
import org.hookline.model.flow.Action.Expectation;
import org.hookline.packet.Headers;
import org.hookline.sim.ActionResult;
import org.hookline.sim.Played;
import org.hookline.trace.Hop;
import org.hookline.trace.PacketTrace;
import org.hookline.trace.Trace;

/**
 * What should be observed of a probe, as far as somebody claims it.
 *
 * @param result what the sender's socket reports
 * @param receipts what listening sockets get, in order, repetitions left out
 * @param wire packets on interfaces of modelled hosts, in order
 * @param drops with the kernel's reasons
 * @param chosenPorts ports that a NAT chose: the kernel may choose another one of the same class
 */
public record Prediction(
    Expectation result,
    List<Receipt> receipts,
    List<Crossing> wire,
    List<Drop> drops,
    Set<Integer> chosenPorts) {

  private static final String LOOPBACK = "lo";
  private static final int REDIRECT = 5;

  /**
   * What the simulator says.
   *
   * @param hosts names of the modelled hosts: the wires of the others are not predicted
   */
  public static Prediction of(ActionResult result, Set<String> hosts) {
    return of(result.outcome(), result.trace(), hosts);
  }

  /** What the simulator says of a flow that it played alone. */
  static Prediction of(Played played, Set<String> hosts) {
    return of(played.outcome(), played.trace(), hosts);
  }

  /** The same, claiming nothing about drops. */
  Prediction withoutDrops() {
    return new Prediction(result, receipts, wire, List.of(), chosenPorts);
  }

  private static Prediction of(Expectation outcome, Trace trace, Set<String> hosts) {
    return new Prediction(
        outcome, receipts(trace), wire(trace, hosts), drops(trace), chosen(trace));
  }

  private static List<Receipt> receipts(Trace trace) {
    Set<Receipt> receipts = new LinkedHashSet<>();
    for (PacketTrace packet : trace.packets()) {
      if (packet.fate().outcome() == Fate.Outcome.ACCEPTED) {
        Hop last = packet.hops().get(packet.hops().size() - 1);
        receipts.add(receipt(packet.fate().host(), last.left()));
      }
    }
    return List.copyOf(receipts);
  }

  private static Receipt receipt(String host, Headers packet) {
    String to = packet.dst() + (packet.protocol().hasPorts() ? ":" + packet.dport() : "");
    String from = packet.src() + ":" + packet.sport();
    return new Receipt(host, packet.protocol().toString(), from, to);
  }

  private static List<Crossing> wire(Trace trace, Set<String> hosts) {
    List<Crossing> wire = new ArrayList<>();
    for (PacketTrace packet : trace.packets()) {
      List<Crossing> own = new ArrayList<>();
      for (Hop hop : packet.hops()) {
        if (hosts.contains(hop.host())) {
          hop.iif()
              .filter(i -> !i.equals(LOOPBACK))
              .ifPresent(i -> own.add(crossing(hop, i, Direction.IN, hop.arrived())));
          hop.oif().ifPresent(o -> own.add(crossing(hop, o, Direction.OUT, hop.left())));
        }
      }
      if (isRedirect(packet.sent())) {
        turned(packet, own, wire);
      } else {
        wire.addAll(own);
      }
    }
    return List.copyOf(wire);
  }

  private static boolean isRedirect(Headers packet) {
    return packet.protocol().equals(Protocol.ICMP) && packet.type() == REDIRECT;
  }

  /**
   * A redirect leaves before the packet that it speaks of, and arrives before that one does: both
   * are on the wire before anybody looks.
   */
  private static void turned(PacketTrace redirect, List<Crossing> own, List<Crossing> wire) {
    String host = redirect.hops().get(0).host();
    int behind = wire.size();
    for (int i = wire.size() - 1; i >= 0; i--) {
      Crossing crossing = wire.get(i);
      if (crossing.host().equals(host)
          && crossing.direction() == Direction.IN
          && crossing.packet().src().equals(redirect.sent().dst())) {
        behind = i + 1;
      }
    }
    for (Crossing crossing : own) {
      wire.add(behind++, crossing);
      boolean leaves = behind < wire.size() && wire.get(behind).host().equals(host);
      behind += leaves ? 1 : 0;
    }
  }

  private static Crossing crossing(Hop hop, String iface, Direction direction, Headers packet) {
    return new Crossing(hop.host(), iface, direction, packet, Optional.empty());
  }

  private static List<Drop> drops(Trace trace) {
    return trace.packets().stream()
        .map(PacketTrace::fate)
        .flatMap(
            f ->
                f
                    .drop()
                    .filter(Drop::isHeard)
                    .map(d -> new Drop(f.host(), d, "", Optional.empty()))
                    .stream())
        .toList();
  }

  /** Source ports that a host gave to a packet that it forwarded or sent. */
  private static Set<Integer> chosen(Trace trace) {
    Set<Integer> ports = new LinkedHashSet<>();
    for (PacketTrace packet : trace.packets()) {
      for (Hop hop : packet.hops()) {
        boolean sends = packet.sent().protocol().hasPorts() || isEcho(packet.sent());
        if (sends && packet.number() == 0 && hop.left().sport() != hop.arrived().sport()) {
          ports.add(hop.left().sport());
        }
      }
    }
    return Set.copyOf(ports);
  }

  private static boolean isEcho(Headers packet) {
    return packet.protocol().equals(Protocol.ICMP) && packet.type() == 8;
  }
}
