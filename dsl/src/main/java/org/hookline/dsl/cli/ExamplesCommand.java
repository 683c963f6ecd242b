package org.hookline.dsl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hookline.dsl.scoping.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hookline examples}: the stories that come with Hookline, listed or copied. */
@Command(
    name = "examples",
    synopsisHeading = "",
    customSynopsis = "Usage: hookline examples [list]%n       hookline examples copy NAME DIR",
    description = "Lists the examples, or copies one into a new directory.")
final class ExamplesCommand implements Callable<Integer> {
  private final Io io;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "list",
      paramLabel = "list|copy",
      description = "What to do.")
  private String action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "An example.")
  private String name;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A directory that does not exist yet, or is empty.")
  private Path directory;

  ExamplesCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    switch (action) {
      case "list" -> list();
      case "copy" -> copy();
      default ->
          throw new Misuse("'" + action + "' is nothing to do with examples", "list or copy");
    }
    return Exit.GOOD.code();
  }

  private void list() throws IOException {
    for (Examples.Example example : Examples.all()) {
      io.out().printf("%-24s %s%n", example.name(), example.title());
    }
  }

  private void copy() throws IOException, Misuse {
    if (name == null || directory == null) {
      throw new Misuse("copy what to where?", "hookline examples copy NAME DIR");
    }
    Optional<Examples.Example> example =
        Examples.all().stream().filter(e -> e.name().equals(name)).findFirst();
    if (example.isEmpty()) {
      Optional<String> near =
          NearestNames.of(name, Examples.all().stream().map(Examples.Example::name));
      throw new Misuse(
          "no example is called '" + name + "'",
          near.map(n -> "did you mean '" + n + "'?").orElse("hookline examples"));
    }
    if (!Examples.isFree(directory)) {
      throw new Misuse(directory + " is there already", "a directory that does not exist yet");
    }
    Examples.copy(example.get(), directory).forEach(file -> io.out().println(file));
  }
}
