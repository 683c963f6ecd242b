package org.hookline.dsl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hookline completion}: what makes the shell complete commands and options. */
@Command(
    name = "completion",
    description = "Prints completions for bash and zsh: source <(hookline completion).")
final class CompletionCommand implements Callable<Integer> {
  private final Io io;

  @Spec private CommandSpec spec;

  @Mixin private OutputOptions output;

  CompletionCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    output.write(io, AutoComplete.bash("hookline", spec.root().commandLine()));
    return Exit.GOOD.code();
  }
}
