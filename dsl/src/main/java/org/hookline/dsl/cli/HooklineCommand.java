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
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  all good: proved, expectations met",
      "  1  findings: invalid model, property refuted, expectation missed",
      "  2  usage, or input that cannot be read",
      "  3  inconclusive, or true only under an assumption",
      " 70  an error in Hookline itself",
      ""
    })
final class HooklineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
