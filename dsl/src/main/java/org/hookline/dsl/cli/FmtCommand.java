package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hookline.dsl.load.Unreadable;
import org.hookline.emit.AtomicFile;
import org.hookline.emit.ScriptFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hookline fmt FILE…}: brings texts into the common form. */
@Command(name = "fmt", description = "Formats files, in place.")
final class FmtCommand implements Callable<Integer> {
  private final Io io;
  private final Language language;

  @Option(names = "--check", description = "Change nothing; end with 1 if a file is not formatted.")
  private boolean check;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files (.hkl); - formats standard input to standard output.")
  private List<String> files;

  FmtCommand(Io io, Language language) {
    this.io = io;
    this.language = language;
  }

  @Override
  public Integer call() throws IOException, Unreadable {
    Exit exit = Exit.GOOD;
    for (String file : files) {
      exit = exit.and(format(file));
    }
    return exit.code();
  }

  private Exit format(String file) throws IOException, Unreadable {
    Optional<Language.Formatted> formatted = language.format(file);
    if (formatted.isEmpty()) {
      io.err().println("hookline: " + file + " has syntax errors and stays as it is");
      io.err().println("help: hookline check " + file);
      return Exit.FINDINGS;
    }
    if (check) {
      return formatted.get().changes() ? unformatted(file) : Exit.GOOD;
    }
    if (file.equals("-")) {
      io.out().print(formatted.get().after());
    } else if (formatted.get().changes()) {
      AtomicFile.write(Path.of(file), ScriptFile.data(formatted.get().after()));
    }
    return Exit.GOOD;
  }

  private Exit unformatted(String file) {
    io.out().println(file + " is not formatted");
    return Exit.FINDINGS;
  }
}
