package org.hookline.api;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hookline.api.Hookline.SimulationResult;
import org.hookline.emit.scenario.BadScenario;
import org.hookline.emit.scenario.Scenario;
import org.hookline.export.Ink;
import org.hookline.export.SimulationText;
import org.hookline.source.Problem;

/**
 * Plays the simulations of a lowered network where only the engine is installed: {@code java -cp
 * runtime.jar:gson.jar:ipaddress.jar org.hookline.api.PlayScenario FILE.sim.json [SEED]}.
 */
public final class PlayScenario {
  private static final int MET = 0;
  private static final int MISSED = 1;
  private static final int UNUSABLE = 2;

  private PlayScenario() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /**
   * Plays one file.
   *
   * @return 0 if every expectation was met, 1 if one was missed, 2 if there was nothing to play
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    boolean seeded = arguments.size() == 2 && arguments.get(1).matches("[0-9]{1,18}");
    if (arguments.size() != 1 && !seeded) {
      err.println("usage: PlayScenario FILE.sim.json [SEED]");
      return UNUSABLE;
    }
    long seed = seeded ? Long.parseLong(arguments.get(1)) : 0;
    try {
      Hookline hookline = Hookline.of(Scenario.read(Path.of(arguments.get(0))));
      List<SimulationResult> results = hookline.simulate(seed);
      SimulationText text = new SimulationText(Ink.PLAIN);
      results.forEach(r -> out.print(text.of(r.simulation(), r.actions(), false)));
      return results.stream().allMatch(SimulationResult::met) ? MET : MISSED;
    } catch (BadScenario e) {
      Problem problem = e.problem();
      err.println(problem.origin() + ":" + problem.origin().column() + ": " + problem.message());
      if (!problem.hint().isEmpty()) {
        err.println("help: " + problem.hint());
      }
      return UNUSABLE;
    } catch (IOException e) {
      err.println("cannot read " + arguments.get(0) + ": " + e);
      return UNUSABLE;
    }
  }
}
