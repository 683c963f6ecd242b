package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hookline.dsl.load.Unreadable;
import org.hookline.export.AgainstJson;
import org.hookline.export.AgainstText;
import org.hookline.export.LabJson;
import org.hookline.export.LabText;
import org.hookline.export.RandomJson;
import org.hookline.export.RandomText;
import org.hookline.lab.LabFailure;
import org.hookline.lab.LabReport;
import org.hookline.lab.Recording;
import org.hookline.lab.Replay;
import org.hookline.lab.random.RandomReport;
import org.hookline.lab.recorded.Against;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.NotRecorded;
import org.hookline.model.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline lab}: the kernel's word beside the simulator's. */
@Command(
    name = "lab",
    description = {
      "Runs the scripts of a file in network namespaces of the running kernel, plays its"
          + " simulations, the witnesses of its checks and one flow of each class, and names the"
          + " first step in which the kernel does something else than predicted. Needs root.",
      "The order in which packets met hooks, chains and rules is compared too, as the kernel traces"
          + " it.",
      "With --replay it compares with what --record kept, and needs no root.",
      "With --against it compares with what a kernel did elsewhere, and needs no root.",
      "With --random it draws networks and packets, and shrinks each difference to its least case."
    })
final class LabCommand implements Callable<Integer> {
  private static final String ENDING = ".hkl";

  private final Io io;
  private final Language language;

  @Mixin private OutputOptions output;

  @Mixin private FormatOption format;

  @Option(
      names = "--against",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recorded cases (.jsonl, .jsonl.gz): every probe is predicted and compared.")
  private List<Path> recordings = List.of();

  @Mixin private RandomOptions random;

  @Option(
      names = "--record",
      description =
          "Keep what the kernel said as recorded/KERNEL/FILE.json beside each file; of --random as"
              + " recorded/KERNEL/random-SEED.jsonl.gz, for --against.")
  private boolean record;

  @Option(
      names = "--replay",
      description =
          "Play nothing: compare with recorded/KERNEL/FILE.json beside each file, of every kernel"
              + " that was recorded.")
  private boolean replay;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files of the language (.hkl), or directories with such files.")
  private List<String> files = List.of();

  LabCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable, InvalidModel, Misuse {
    long given =
        Stream.of(files.isEmpty(), recordings.isEmpty(), !random.given()).filter(e -> !e).count();
    if (given != 1) {
      throw new Misuse("what shall be compared?", "FILE.hkl, --against RECORDING, or --random N");
    }
    if (replay && (files.isEmpty() || record)) {
      throw new Misuse("--replay reads what --record wrote", "hookline lab --replay FILE.hkl");
    }
    return (random.given() ? random() : files.isEmpty() ? against() : files()).code();
  }

  private Exit random() throws IOException, Misuse {
    RandomRun run = new RandomRun(io);
    RandomReport report = run.play(random.assignment());
    run.keep(report, Path.of(random.directory()));
    if (record) {
      run.record(report);
    }
    output.write(
        io,
        format.json() ? RandomJson.document(report) : new RandomText(output.ink(io)).of(report));
    return report.compared().summary().differed() == 0 ? Exit.GOOD : Exit.FINDINGS;
  }

  private Exit against() throws IOException, Misuse {
    for (Path file : recordings) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new Misuse(file + " cannot be read", "a file of recorded cases, .jsonl or .jsonl.gz");
      }
    }
    AgainstReport report = report();
    output.write(
        io,
        format.json() ? AgainstJson.document(report) : new AgainstText(output.ink(io)).of(report));
    return report.summary().differed() == 0 ? Exit.GOOD : Exit.FINDINGS;
  }

  private AgainstReport report() throws IOException, Misuse {
    try {
      return Against.run(recordings);
    } catch (NotRecorded bad) {
      throw new Misuse(bad.getMessage(), "one recorded case a line, as JSON");
    }
  }

  private Exit files() throws IOException, Unreadable, InvalidModel, Misuse {
    LabJson json = new LabJson();
    StringBuilder text = new StringBuilder();
    Exit exit = Exit.GOOD;
    List<String> all = expanded();
    for (String file : all) {
      Network network = language.network(file, output.ink(io));
      for (LabReport report : replay ? replayed(file, network) : List.of(live(file, network))) {
        json.add(file, report);
        text.append(all.size() > 1 ? output.ink(io).strong(file) + "\n" : "");
        text.append(new LabText(output.ink(io)).of(report));
        exit = exit.and(report.summary().differed() == 0 ? Exit.GOOD : Exit.FINDINGS);
      }
    }
    output.write(io, format.json() ? json.document() : text.toString());
    return exit;
  }

  private LabReport live(String file, Network network) throws IOException, Misuse {
    LabReport report = play(file, network);
    if (record) {
      Path kept = KeptRecordings.of(file).by(report.kernel());
      report.recording().write(kept);
      io.err().println("recorded " + kept);
    }
    return report;
  }

  /** A file of a directory may have no recording; one that was named must have one. */
  private List<LabReport> replayed(String file, Network network) throws IOException, Misuse {
    List<Path> kept = KeptRecordings.of(file).all();
    if (kept.isEmpty() && files.contains(file)) {
      throw new Misuse("nothing is recorded of " + file, "sudo hookline lab --record " + file);
    }
    if (kept.isEmpty()) {
      io.err().println("nothing is recorded of " + file);
    }
    List<LabReport> reports = new ArrayList<>();
    for (Path recording : kept) {
      reports.add(Replay.of(network, Recording.read(recording)));
    }
    return reports;
  }

  private LabReport play(String file, Network network) throws IOException, Misuse {
    try (Progress progress = new Progress(io)) {
      return LabRun.of(network, flow -> progress.now("playing " + flow.stimulus()));
    } catch (LabFailure failure) {
      boolean rights = failure.isForLackOfRights();
      throw new Misuse(
          failure.getMessage(),
          rights ? "sudo hookline lab " + file : "a description that the running kernel can carry");
    }
  }

  private List<String> expanded() throws IOException, Misuse {
    List<String> all = new ArrayList<>();
    for (String file : files) {
      if (!Files.isDirectory(Path.of(file))) {
        all.add(file);
        continue;
      }
      try (Stream<Path> inside = Files.list(Path.of(file))) {
        inside.map(Path::toString).filter(p -> p.endsWith(ENDING)).sorted().forEach(all::add);
      }
    }
    if (all.isEmpty()) {
      throw new Misuse("no .hkl files in " + String.join(", ", files), "a directory with some");
    }
    return all;
  }
}
