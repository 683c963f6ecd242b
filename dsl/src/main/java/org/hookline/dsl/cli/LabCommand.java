package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hookline.export.AgainstJson;
import org.hookline.export.AgainstText;
import org.hookline.lab.recorded.Against;
import org.hookline.lab.recorded.AgainstReport;
import org.hookline.lab.recorded.NotRecorded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hookline lab}: the kernel's word beside the simulator's. */
@Command(name = "lab", description = "Compares predictions with what a Linux kernel did.")
final class LabCommand implements Callable<Integer> {
  private final Io io;

  @Mixin private OutputOptions output;

  @Mixin private FormatOption format;

  @Option(
      names = "--against",
      arity = "1..*",
      required = true,
      paramLabel = "FILE",
      description = "Recorded cases (.jsonl, .jsonl.gz): every probe is predicted and compared.")
  private List<Path> recordings;

  LabCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    for (Path file : recordings) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new Misuse(file + " cannot be read", "a file of recorded cases, .jsonl or .jsonl.gz");
      }
    }
    AgainstReport report = report();
    output.write(
        io,
        format.json() ? AgainstJson.document(report) : new AgainstText(output.ink(io)).of(report));
    return (report.summary().differed() == 0 ? Exit.GOOD : Exit.FINDINGS).code();
  }

  private AgainstReport report() throws IOException, Misuse {
    try {
      return Against.run(recordings);
    } catch (NotRecorded bad) {
      throw new Misuse(bad.getMessage(), "one recorded case a line, as JSON");
    }
  }
}
