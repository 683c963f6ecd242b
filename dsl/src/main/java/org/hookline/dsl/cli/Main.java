package org.hookline.dsl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Hookline. */
@Command(
    name = "hookline",
    description = "Describes, simulates and proves packet paths of Linux hosts.",
    mixinStandardHelpOptions = true,
    version = "hookline 0.1.0-SNAPSHOT")
public final class Main {

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
