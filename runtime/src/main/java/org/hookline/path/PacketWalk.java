package org.hookline.path;

import static org.hookline.model.rule.TableName.FILTER;
import static org.hookline.model.rule.TableName.MANGLE;
import static org.hookline.model.rule.TableName.RAW;
import static org.hookline.model.rule.TableName.SECURITY;
import static org.hookline.path.ConntrackStage.confirm;
import static org.hookline.path.ConntrackStage.conntrack;
import static org.hookline.path.NatStage.destinationNat;
import static org.hookline.path.NatStage.sourceNat;
import static org.hookline.path.PacketTableStage.table;

import java.util.List;
import org.hookline.ir.Label;
import org.hookline.ir.StepGraph;
import org.hookline.model.Host;
import org.hookline.model.Network;
import org.hookline.path.Observer.Point;

/**
 * The way of a packet through Linux hosts.
 *
 * <pre>
 *                                                    socket
 *                                                   ▲      │
 *  wire ─► INGRESS ─► PREROUTING ─► ROUTE ─► INPUT ─┘      ▼
 *                                     │              ROUTE_OUT ─► OUTPUT
 *                                     ▼                             │
 *                                  FORWARD ─────► POSTROUTING ◄─────┘
 *                                                     ▼
 *                                                  EGRESS ─► wire
 * </pre>
 *
 * <p>The order inside the boxes is that of the hook priorities (kernel:
 * include/uapi/linux/netfilter_ipv4.h enum nf_ip_hook_priorities).
 */
public final class PacketWalk {
  /** Connections a host can tell apart in a proof; a flow that needs more is inconclusive. */
  private static final int SLOTS = 3;

  private PacketWalk() {}

  /**
   * Builds the graph of a whole network.
   *
   * @param graph may hold the observers' ghosts already
   */
  public static Paths of(
      Network network, Numbering numbers, StepGraph.Builder graph, List<Observer> observers) {
    Wires wires = new Wires(network, numbers, graph);
    for (Host host : network.hosts()) {
      linux(new HostWalk(host, numbers, graph, new Observations(observers)), wires, observers);
    }
    Endpoints.build(network, numbers, graph, wires);
    return new Paths(graph.build(), numbers, network);
  }

  /** Numbers for observers to name interfaces by, before the graph is built. */
  public static Numbering number(Network network) {
    return Numbering.of(network);
  }

  private static void linux(HostWalk walk, Wires wires, List<Observer> observers) {
    Observations seen = new Observations(observers);
    if (walk.tracks()) {
      walk.graph().conntrack(walk.host(), SLOTS);
    }
    new RouteLookup(walk).build();
    Label socket = Socket.build(walk);
    Label egress = walk.box("egress", wires.outOf(walk), seen.at(Point.LEAVE));
    Label postrouting =
        walk.box(
            "postrouting",
            egress,
            table(MANGLE, "POSTROUTING"),
            sourceNat("POSTROUTING"),
            confirm());
    Label forward =
        walk.box(
            "forward",
            postrouting,
            Forwarding::timeToLive,
            table(MANGLE, "FORWARD"),
            table(FILTER, "FORWARD"),
            table(SECURITY, "FORWARD"));
    Label input =
        walk.box(
            "input",
            socket,
            table(MANGLE, "INPUT"),
            table(FILTER, "INPUT"),
            table(SECURITY, "INPUT"),
            sourceNat("INPUT"),
            confirm());
    walk.box(
        "prerouting",
        InputRouting.build(walk, input, forward),
        table(RAW, "PREROUTING"),
        conntrack(),
        table(MANGLE, "PREROUTING"),
        destinationNat("PREROUTING"));
    walk.box("ingress", walk.at("prerouting"), seen.at(Point.ENTER));
    walk.box(
        "output",
        walk.at("postrouting/attached"),
        table(RAW, "OUTPUT"),
        conntrack(),
        Reroute.whenChanged(table(MANGLE, "OUTPUT")),
        Reroute.whenReaddressed(destinationNat("OUTPUT")),
        table(FILTER, "OUTPUT"),
        table(SECURITY, "OUTPUT"));
    OutputRouting.build(walk, postrouting);
  }
}
