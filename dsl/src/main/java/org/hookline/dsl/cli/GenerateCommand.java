package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hookline.dsl.generate.Scripts;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.Unreadable;
import org.hookline.emit.Backend;
import org.hookline.emit.OutputDirectory;
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
@Command(
    name = "generate",
    description = {
      "Writes the shell scripts that set the hosts up.",
      "DIR/HOST/apply.sh makes a host what the description says and prints what it changes; run"
          + " again, it changes nothing. Scripts of hosts that the description no longer has are"
          + " removed. Ends with 1, and writes nothing, if there is something that no tool can do."
    })
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

  @Option(
      names = "--backend",
      paramLabel = "TOOL",
      defaultValue = "iptables",
      description =
          "What loads the tables raw, mangle, nat, filter and security: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}). Tables of nft itself are always loaded by nft.")
  private Backend backend;

  @Parameters(arity = "1", paramLabel = "FILE", description = "A file (.hkl); - is standard input.")
  private String file;

  GenerateCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel {
    Network network = language.network(file, color.ink(io));
    ScriptSet scripts = Scripts.of(network, backend);
    if (!scripts.problems().isEmpty()) {
      ProblemFrame frame = new ProblemFrame(color.ink(io));
      Loaded loaded = language.load(file);
      scripts.problems().forEach(problem -> io.err().println(frame.of(problem, loaded)));
      throw new InvalidModel();
    }
    Path lowered = ScenarioFile.beside(directory, file);
    String source = lowered.getFileName().toString().replaceFirst("\\.sim\\.json$", "");
    List<Path> stale = new OutputDirectory(directory, source).write(scripts);
    stale.forEach(path -> io.err().println("removed " + directory.resolve(path)));
    scripts.files().keySet().stream()
        .filter(path -> path.endsWith("apply.sh"))
        .forEach(path -> io.out().println(directory.resolve(path)));
    Scenario.write(network, lowered);
    io.out().println(lowered);
    return Exit.GOOD.code();
  }
}
