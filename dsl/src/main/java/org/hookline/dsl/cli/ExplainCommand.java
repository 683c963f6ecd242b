package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hookline.dsl.scoping.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hookline explain CODE}: the help page of a code that an error frame showed. */
@Command(name = "explain", description = "Explains a code that an error shows, with examples.")
final class ExplainCommand implements Callable<Integer> {
  private final Io io;

  @Mixin private OutputOptions output;

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "The code in brackets, such as unknown-interface; without it, all codes.")
  private String code;

  ExplainCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    List<String> codes = Pages.codes();
    if (code == null) {
      output.write(io, String.join("\n", codes) + "\n");
      return Exit.GOOD.code();
    }
    Optional<String> page = Pages.of(code);
    if (page.isPresent()) {
      output.write(io, page.get());
      return Exit.GOOD.code();
    }
    io.err().println("hookline: no code is called '" + code + "'");
    Optional<String> near = NearestNames.of(code, codes.stream());
    io.err()
        .println("help: " + near.map(n -> "did you mean '" + n + "'?").orElse("hookline explain"));
    return Exit.UNUSABLE.code();
  }
}
