package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.Unreadable;
import org.hookline.dsl.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hookline check FILE…}: each file is a network by itself, with its imports. */
@Command(name = "check", description = "Checks files: whether they describe a network.")
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Io io;

  @Mixin private OutputOptions output;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of the language (.hkl); - is standard input.")
  private List<String> files;

  CheckCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException, Unreadable {
    Language language = new Language(io);
    StringBuilder results = new StringBuilder();
    Exit exit = Exit.GOOD;
    for (String file : files) {
      Loaded loaded = language.load(file);
      results.append(report(file, loaded));
      exit = exit.and(loaded.network().isPresent() ? Exit.GOOD : Exit.FINDINGS);
    }
    output.write(io, results.toString());
    return exit.code();
  }

  private String report(String file, Loaded loaded) {
    StringBuilder report = new StringBuilder();
    ProblemFrame frame = new ProblemFrame(output.paint(io));
    List<Problem> problems = loaded.problems();
    problems.stream().limit(SHOWN).forEach(p -> report.append(frame.of(p, loaded)).append('\n'));
    if (problems.size() > SHOWN) {
      report.append("… and ").append(problems.size() - SHOWN).append(" more\n\n");
    }
    long errors = problems.stream().filter(Problem::isError).count();
    if (errors > 0) {
      report.append(file).append(": ").append(errors).append(errors == 1 ? " error" : " errors");
      report.append("; 'hookline explain CODE' says more about each\n");
    }
    loaded
        .network()
        .ifPresent(
            network ->
                report
                    .append(file)
                    .append(": a network of ")
                    .append(network.hosts().size())
                    .append(network.hosts().size() == 1 ? " host\n" : " hosts\n"));
    return report.toString();
  }
}
