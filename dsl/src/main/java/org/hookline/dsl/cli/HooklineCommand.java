package org.hookline.dsl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that holds the others. */
@Command(
    name = "hookline",
    description = "Describes, simulates and proves packet paths of Linux hosts.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "hookline 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes: ",
    footer =
        "0 all good, 1 findings, 2 wrong usage or unreadable input, 3 open or assumed, 70 a bug of"
            + " Hookline.")
final class HooklineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
