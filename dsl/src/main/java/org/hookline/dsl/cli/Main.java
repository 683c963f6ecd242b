package org.hookline.dsl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entrance from the shell: the only class that knows the process's own streams. */
public final class Main {

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    // libraries log to the standard output, which belongs to results and to the editor's protocol
    System.setOut(err);
    Io io = new Io(out, err, System.in, System.console() != null, System.getenv());
    int exit = Commands.run(io, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor)),
        false,
        StandardCharsets.UTF_8);
  }
}
