package org.hookline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hookline.model.flow.Action;
import org.hookline.model.flow.Simulation;
import org.hookline.packet.Headers;
import org.hookline.sim.ActionResult;

/** What came of simulations, as people read it. */
public final class SimulationText {
  private final Ink ink;

  public SimulationText(Ink ink) {
    this.ink = ink;
  }

  /**
   * One simulation: a line for each action, and the trace of those that missed their expectation.
   *
   * @param traces show the traces of all actions
   */
  public String of(Simulation simulation, List<ActionResult> actions, boolean traces) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.strong(simulation.name()) + "  " + ink.faint(simulation.origin().toString()));
    for (ActionResult action : actions) {
      lines.add("  " + line(action));
      action
          .missed()
          .forEach(
              sight ->
                  lines.add(
                      "    "
                          + ink.bad("not so")
                          + "  "
                          + sight.text()
                          + "  "
                          + ink.faint(sight.origin().toString())));
      if (traces || !action.met()) {
        new TraceText(ink).lines(action.trace()).forEach(line -> lines.add("      " + line));
      }
    }
    simulation
        .unplayed()
        .forEach(open -> lines.add("  " + ink.open("not known") + "  not played: " + open));
    lines.add("");
    return String.join("\n", lines) + "\n";
  }

  private String line(ActionResult result) {
    Action action = result.action();
    Headers sent = result.trace().packets().get(0).sent();
    String outcome = word(result.outcome());
    String verdict =
        action
            .expected()
            .map(e -> e == result.outcome() ? ", as expected" : ", but expected " + word(e))
            .orElse("");
    String said = outcome + verdict;
    String painted =
        action.expected().isEmpty()
            ? ink.open(said)
            : result.met() ? ink.good(said) : ink.bad(said);
    return painted + "  " + sent + "  " + ink.faint(action.origin().toString());
  }

  private static String word(Action.Expectation outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
