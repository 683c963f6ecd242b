package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hookline.dsl.generate.Scripts;
import org.hookline.dsl.load.Unreadable;
import org.hookline.emit.ScriptSet;
import org.hookline.emit.scenario.Scenario;
import org.hookline.model.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hookline generate FILE -o DIR}: the shell scripts that make the hosts what is written, and
 * the lowered network for the engine alone.
 */
@Command(name = "generate", description = "Writes the shell scripts that set the hosts up.")
final class GenerateCommand implements Callable<Integer> {
  private final Io io;
  private final Language language;

  @Mixin private ColorOption color;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description =
          "Write HOST/apply.sh with its data files, and FILE.sim.json, into this directory.")
  private Path directory;

  @Parameters(arity = "1", paramLabel = "FILE", description = "A file (.hkl); - is standard input.")
  private String file;

  GenerateCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel {
    Network network = language.network(file, color.ink(io));
    ScriptSet scripts = Scripts.of(network);
    scripts.writeTo(directory);
    scripts.files().keySet().stream()
        .filter(path -> path.endsWith("apply.sh"))
        .forEach(path -> io.out().println(directory.resolve(path)));
    Path lowered = ScenarioFile.beside(directory, file);
    Scenario.write(network, lowered);
    io.out().println(lowered);
    return Exit.GOOD.code();
  }
}
