package org.hookline.dsl.cli;

import org.hookline.dsl.load.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands; adding one is a file and a line here. */
public final class Commands {
  private Commands() {}

  /** Runs one command line and returns its exit code; never throws. */
  public static int run(Io io, String... args) {
    return commandLine(io).execute(args);
  }

  /** The commands with their options, for help and completion. */
  static CommandLine commandLine(Io io) {
    CommandLine line = new CommandLine(new HooklineCommand());
    line.addSubcommand(new CheckCommand(io));
    line.addSubcommand(new ExplainCommand(io));
    line.setOut(new java.io.PrintWriter(io.out(), true));
    line.setErr(new java.io.PrintWriter(io.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setExecutionExceptionHandler((e, failed, parsed) -> failed(io, e, parsed));
    line.setParameterExceptionHandler((e, arguments) -> misused(io, e));
    line.setExecutionStrategy(new CommandLine.RunLast());
    return line;
  }

  private static int misused(Io io, ParameterException e) {
    CommandLine command = e.getCommandLine();
    io.err().println("hookline: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    io.err().println("help: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.UNUSABLE.code();
  }

  private static int failed(Io io, Exception e, ParseResult parsed) {
    if (e instanceof Unreadable unreadable) {
      io.err().println("hookline: " + unreadable.getMessage());
      if (!unreadable.hint().isEmpty()) {
        io.err().println("help: " + unreadable.hint());
      }
      return Exit.UNUSABLE.code();
    }
    io.err().println("hookline: internal error: " + e);
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("org.hookline.")) {
        io.err().println("in: " + frame);
        break;
      }
    }
    io.err().println("help: this is a bug of Hookline; please report it with the input");
    return Exit.INTERNAL.code();
  }
}
