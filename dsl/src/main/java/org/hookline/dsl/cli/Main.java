package org.hookline.dsl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The entrance from the shell: the only class that knows the process's own streams. */
public final class Main {

  private static final Path ERRORS = Path.of("/proc/self/fd/2");

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    // libraries log to the standard output, which belongs to results and to the editor's protocol
    System.setOut(err);
    boolean terminal = System.console() != null;
    Io io = new Io(out, err, System.in, terminal, isTerminal(ERRORS), System.getenv());
    int exit = Commands.run(io, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Java tells of both other streams only, and only of both together. */
  private static boolean isTerminal(Path stream) {
    try {
      return Files.readSymbolicLink(stream).toString().matches("/dev/(pts/|tty|console).*");
    } catch (IOException e) {
      return false;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor)),
        false,
        StandardCharsets.UTF_8);
  }
}
