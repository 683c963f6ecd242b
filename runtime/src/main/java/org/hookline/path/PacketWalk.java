package org.hookline.path;

import static org.hookline.model.rule.Hook.FORWARD;
import static org.hookline.model.rule.Hook.INPUT;
import static org.hookline.model.rule.Hook.OUTPUT;
import static org.hookline.model.rule.Hook.POSTROUTING;
import static org.hookline.model.rule.Hook.PREROUTING;
import static org.hookline.path.HookCalls.hook;

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
 * <p>What a hook calls, and in which order, depends on the host's tables ({@link HookCalls}). With
 * iptables alone it is
 *
 * <pre>
 *  PREROUTING    raw -300, conntrack -200, mangle -150, nat -100
 *  INPUT         mangle -150, filter 0, security 50, nat 100, confirm
 *  FORWARD       mangle -150, filter 0, security 50
 *  OUTPUT        raw -300, conntrack -200, mangle -150 and a second route, nat -100, filter 0, security 50
 *  POSTROUTING   mangle -150, nat 100, confirm
 * </pre>
 *
 * and security comes at 150 where iptables writes tables of nftables.
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
    Label postrouting = walk.box("postrouting", egress, hook(POSTROUTING));
    Label forward =
        walk.box("forward", postrouting, Forwarding::timeToLive, Redirection::tell, hook(FORWARD));
    Label input = walk.box("input", socket, hook(INPUT));
    Label route =
        InputRouting.build(new IncomingPacket(walk), new InputRouting.Ends(input, input, forward));
    walk.box("prerouting", route, hook(PREROUTING));
    walk.box("ingress", walk.at("prerouting"), seen.at(Point.ENTER));
    walk.box("output", walk.at("postrouting/attached"), hook(OUTPUT));
    OutputRouting.build(walk, postrouting);
  }
}
