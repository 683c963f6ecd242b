package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hookline.dsl.print.CaseText;
import org.hookline.emit.AtomicFile;
import org.hookline.emit.ScriptFile;
import org.hookline.lab.LabFailure;
import org.hookline.lab.random.Minimal;
import org.hookline.lab.random.RandomLab;
import org.hookline.lab.random.RandomReport;
import org.hookline.lab.recorded.RecordedCases;

/** Random cases from the command line. */
final class RandomRun {
  private static final int OFTEN = 25;

  private final Io io;

  RandomRun(Io io) {
    this.io = io;
  }

  RandomReport play(RandomLab.Assignment assignment) throws Misuse {
    try {
      return RandomLab.run(assignment, this::tell);
    } catch (LabFailure failure) {
      throw new Misuse(failure.getMessage(), "sudo hookline lab --random " + assignment.count());
    }
  }

  private void tell(int played) {
    if (played == 1 || played % OFTEN == 0) {
      io.err().println("played " + played + (played == 1 ? " case" : " cases"));
      io.err().flush();
    }
  }

  /** Keeps each shrunken difference as {@code CASE.hkl} and {@code CASE.jsonl}. */
  void keep(RandomReport report, Path directory) throws IOException {
    for (Minimal minimal : report.minimal()) {
      Files.createDirectories(directory);
      String name = minimal.recorded().id();
      Path text = directory.resolve(name + ".hkl");
      AtomicFile.write(text, ScriptFile.data(CaseText.of(minimal)));
      RecordedCases.write(directory.resolve(name + ".jsonl"), List.of(minimal.recorded()));
      io.err().println("kept " + text);
    }
  }

  /** All cases as the kernel played them, for {@code --against}. */
  void record(RandomReport report) throws IOException {
    String[] release = report.kernel().split("\\.", 3);
    Path directory = Path.of("recorded", release[0] + "." + release[1]);
    Path file = directory.resolve("random-" + report.assignment().seed() + ".jsonl.gz");
    Files.createDirectories(directory);
    RecordedCases.write(file, report.played());
    io.err().println("recorded " + file);
  }
}
