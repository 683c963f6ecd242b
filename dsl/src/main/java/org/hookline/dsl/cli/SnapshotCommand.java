package org.hookline.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hookline snapshot}: the script that collects on a host what {@code import} reads. */
@Command(
    name = "snapshot",
    description =
        "Prints a shell script that collects a host's configuration, for 'hookline import'; the"
            + " host needs no Java.")
final class SnapshotCommand implements Callable<Integer> {
  private final Io io;

  @Mixin private OutputOptions output;

  SnapshotCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream script = SnapshotCommand.class.getResourceAsStream("snapshot.sh")) {
      output.write(io, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    return Exit.GOOD.code();
  }
}
