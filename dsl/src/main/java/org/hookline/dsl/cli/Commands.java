package org.hookline.dsl.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hookline.addr.Malformed;
import org.hookline.api.Rehearsal;
import org.hookline.dsl.load.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** All commands; adding one is a file and a line here. */
public final class Commands {
  /** Commands that read no text of the language. */
  private static final Set<String> WITHOUT_LANGUAGE =
      Set.of("completion", "examples", "explain", "import", "snapshot");

  /**
   * Commands that show others. Any other command is read alone: reading the annotations of all of
   * them takes a tenth of a second.
   */
  private static final Set<String> PEERS = Set.of("completion");

  private Commands() {}

  /** Runs one command line and returns its exit code; never throws. */
  public static int run(Io io, String... args) {
    Language language = new Language(io);
    if (args.length > 1 && !WITHOUT_LANGUAGE.contains(args[0])) {
      language.expect(args[0].equals("check") ? Commands::rehearse : () -> {});
    }
    return commandLine(io, language, args).execute(args);
  }

  /** With one processor it would only be in the way. */
  private static void rehearse() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Rehearsal.play();
    }
  }

  private static CommandLine commandLine(Io io, Language language, String... args) {
    CommandLine line = new CommandLine(new HooklineCommand());
    Map<String, Object> commands = all(io, language);
    boolean alone = args.length > 0 && commands.containsKey(args[0]) && !PEERS.contains(args[0]);
    if (alone) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    commands.values().forEach(line::addSubcommand);
    line.setOut(new PrintWriter(io.out(), true));
    line.setErr(new PrintWriter(io.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, failed, parsed) -> failed(io, e));
    line.setParameterExceptionHandler((e, arguments) -> misused(io, e));
    return line;
  }

  /** Every command by the name that its annotation says, in the order of the help. */
  static Map<String, Object> all(Io io, Language language) {
    Map<String, Object> commands = new LinkedHashMap<>();
    commands.put("check", new CheckCommand(io, language));
    commands.put("simulate", new SimulateCommand(io, language));
    commands.put("trace", new TraceCommand(io, language));
    commands.put("route", new RouteCommand(io, language));
    commands.put("generate", new GenerateCommand(io, language));
    commands.put("fmt", new FmtCommand(io, language));
    commands.put("lab", new LabCommand(io, language));
    commands.put("explain", new ExplainCommand(io, language));
    commands.put("export", new ExportCommand(io, language));
    commands.put("import", new ImportCommand(io));
    commands.put("snapshot", new SnapshotCommand(io));
    commands.put("examples", new ExamplesCommand(io));
    commands.put("completion", new CompletionCommand(io));
    commands.put("lsp", new LspCommand(io));
    return commands;
  }

  private static int misused(Io io, ParameterException e) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    return unusable(io, e.getMessage(), help);
  }

  private static int failed(Io io, Exception e) {
    if (e instanceof Unreadable unreadable) {
      return unusable(io, unreadable.getMessage(), unreadable.hint());
    }
    if (e instanceof Misuse misuse) {
      return unusable(io, misuse.getMessage(), misuse.hint());
    }
    if (e instanceof Malformed word) {
      return unusable(io, word.getMessage(), word.hint());
    }
    if (e instanceof InvalidPathException path) {
      return unusable(io, "no file can have this name: " + path.getReason(), "another name");
    }
    if (e instanceof FileSystemException file) {
      return unusable(io, file(file), "a path that can be written");
    }
    return e instanceof InvalidModel ? Exit.FINDINGS.code() : internal(io, e);
  }

  private static String file(FileSystemException e) {
    String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    return e.getFile() + ": " + reason.replaceAll("Exception$", "");
  }

  private static int unusable(Io io, String message, String hint) {
    io.err().println("hookline: " + message);
    if (!hint.isEmpty()) {
      io.err().println("help: " + hint);
    }
    return Exit.UNUSABLE.code();
  }

  private static int internal(Io io, Exception e) {
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
