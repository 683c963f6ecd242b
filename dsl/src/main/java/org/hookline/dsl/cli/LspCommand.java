package org.hookline.dsl.cli;

import java.util.concurrent.Callable;
import org.hookline.dsl.lsp.StdioServer;
import picocli.CommandLine.Command;

/** {@code hookline lsp}: the language server that editors start. */
@Command(name = "lsp", description = "Serves an editor over standard input and output (LSP).")
final class LspCommand implements Callable<Integer> {
  private final Io io;

  LspCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    return StdioServer.serve(io.in(), io.out(), io.err());
  }
}
