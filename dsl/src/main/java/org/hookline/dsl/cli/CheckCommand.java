package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.hookline.api.Hookline;
import org.hookline.check.CheckResult;
import org.hookline.check.Disagreement;
import org.hookline.check.Verdict;
import org.hookline.dsl.load.Loaded;
import org.hookline.dsl.load.Unreadable;
import org.hookline.model.Network;
import org.hookline.source.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline check FILE…}: each file is a network by itself, with its imports. */
@Command(name = "check", description = "Proves or refutes the checks of files over all packets.")
final class CheckCommand implements Callable<Integer> {
  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "text for people, json for machines; svg and html draw the network and counterexamples.")
  private CheckForm format;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of the language (.hkl); - is standard input.")
  private List<String> files;

  CheckCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable {
    List<CheckResult> results = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Network> networks = new ArrayList<>();
    StringBuilder reports = new StringBuilder();
    Exit exit = Exit.GOOD;
    for (String file : files) {
      Loaded loaded = language.load(file);
      problems.addAll(loaded.problems());
      reports.append(new Report(output.ink(io)).of(file, loaded));
      if (loaded.network().isEmpty()) {
        exit = exit.and(Exit.FINDINGS);
        continue;
      }
      networks.add(loaded.network().get());
      List<CheckResult> judged = judge(loaded.network().get());
      results.addAll(judged);
      for (CheckResult result : judged) {
        exit = exit.and(exit(result));
      }
    }
    String document = format.of(results, problems, networks, output.ink(io));
    if (format == CheckForm.TEXT) {
      output.write(io, reports + document);
    } else {
      if (!format.holdsProblems()) {
        io.err().print(reports);
      }
      output.write(io, document);
    }
    return exit.code();
  }

  private List<CheckResult> judge(Network network) throws IOException {
    AtomicInteger number = new AtomicInteger();
    int all = network.checks().size();
    try (Progress progress = new Progress(io)) {
      return Hookline.of(network)
          .check(c -> progress.now(number.incrementAndGet() + "/" + all + "  " + c.name()));
    } catch (Disagreement disagreement) {
      Path bundle = Path.of("hookline-disagreement.txt");
      Files.writeString(bundle, disagreement.getMessage());
      throw new IllegalStateException(
          "checker and simulator disagree; the report is in " + bundle, disagreement);
    }
  }

  private static Exit exit(CheckResult result) {
    if (result.met()) {
      return Exit.GOOD;
    }
    boolean open =
        !result.check().expectRefuted()
            && (result.verdict() == Verdict.ASSUMED || result.verdict() == Verdict.INCONCLUSIVE);
    return open ? Exit.OPEN : Exit.FINDINGS;
  }
}
