package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.hookline.api.Hookline;
import org.hookline.api.Hookline.SimulationResult;
import org.hookline.dsl.load.Unreadable;
import org.hookline.export.SimulationJson;
import org.hookline.export.SimulationText;
import org.hookline.model.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline simulate FILE}: plays the simulations of a file. */
@Command(name = "simulate", description = "Plays the simulations of a file.")
final class SimulateCommand implements Callable<Integer> {
  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Mixin private FormatOption format;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "What the kernel would draw at random; the same seed gives the same result.")
  private long seed;

  @Option(names = "--trace", description = "Show the trace of every action.")
  private boolean trace;

  @Parameters(
      arity = "1",
      paramLabel = "FILE",
      description = "A file (.hkl, or .sim.json of generate); - is standard input.")
  private String file;

  SimulateCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    Network network =
        ScenarioFile.is(file) ? ScenarioFile.read(file) : language.network(file, output.ink(io));
    List<SimulationResult> results = Hookline.of(network).simulate(seed);
    output.write(io, format.json() ? json(results) : text(results));
    Exit exit = Exit.GOOD;
    for (SimulationResult result : results) {
      exit = exit.and(result.met() ? (result.open() ? Exit.OPEN : Exit.GOOD) : Exit.FINDINGS);
    }
    return exit.code();
  }

  private static String json(List<SimulationResult> results) {
    SimulationJson json = new SimulationJson();
    results.forEach(result -> json.add(result.simulation(), result.actions()));
    return json.document();
  }

  private String text(List<SimulationResult> results) {
    SimulationText form = new SimulationText(output.ink(io));
    StringBuilder text = new StringBuilder();
    results.forEach(r -> text.append(form.of(r.simulation(), r.actions(), trace)));
    return text.isEmpty() ? "no simulations in " + file + "\n" : text.toString();
  }
}
