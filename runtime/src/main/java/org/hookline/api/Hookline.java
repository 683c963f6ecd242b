package org.hookline.api;

import java.util.List;
import java.util.function.Consumer;
import org.hookline.check.CheckResult;
import org.hookline.check.Checker;
import org.hookline.model.Network;
import org.hookline.model.Port;
import org.hookline.model.flow.Simulation;
import org.hookline.model.property.Check;
import org.hookline.packet.Headers;
import org.hookline.sim.ActionResult;
import org.hookline.sim.Player;
import org.hookline.sim.RouteAnswer;
import org.hookline.sim.RouteQuestion;
import org.hookline.trace.Trace;

/**
 * What the product can find out about a network: the door for command line, language and workbench.
 */
public final class Hookline {
  private final Network network;

  private Hookline(Network network) {
    this.network = network;
  }

  public static Hookline of(Network network) {
    return new Hookline(network);
  }

  /**
   * Judges every check of the network, several at a time; the results are in the order of the text.
   *
   * @param progress is told each check by the thread of the caller, before its verdict is waited
   *     for
   * @throws java.util.concurrent.CancellationException when the caller is interrupted
   * @throws org.hookline.check.Disagreement a bug of ours; the message is the bundle for the report
   */
  public List<CheckResult> check(Consumer<Check> progress) {
    List<Check> checks = network.checks();
    return SideBySide.of(checks, progress, new Checker(network).together(checks));
  }

  /**
   * Judges one check of the network.
   *
   * @throws org.hookline.check.Disagreement a bug of ours; the message is the bundle for the report
   */
  public CheckResult check(Check check) {
    return new Checker(network).check(check);
  }

  /** Plays every simulation of the network, each in a world of its own. */
  public List<SimulationResult> simulate(long seed) {
    return network.simulations().stream().map(each -> simulate(each, seed)).toList();
  }

  /** Plays one simulation of the network in a world of its own. */
  public SimulationResult simulate(Simulation simulation, long seed) {
    return new SimulationResult(simulation, new Player(network, seed).play(simulation));
  }

  /**
   * A simulation with what came out of its actions.
   *
   * @param actions in order
   */
  public record SimulationResult(Simulation simulation, List<ActionResult> actions) {

    /** Whether every expectation was met. */
    public boolean met() {
      return actions.stream().allMatch(ActionResult::met);
    }

    /** Whether something was asked for that is not played yet. */
    public boolean open() {
      return !simulation.unplayed().isEmpty();
    }
  }

  /** Plays a packet that comes in by an interface, and what follows from it. */
  public Trace trace(Port port, Headers packet, long seed) {
    return new Player(network, seed).inject(port, packet);
  }

  /** {@code ip route get}, as iproute2 prints it. */
  public RouteAnswer route(RouteQuestion question) {
    return new Player(network, 0).route(question);
  }
}
