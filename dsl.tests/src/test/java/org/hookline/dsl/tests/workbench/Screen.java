package org.hookline.dsl.tests.workbench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An X server that nobody looks at: the workbench of the tests neither disturbs nor sees the user's
 * windows.
 */
final class Screen implements AutoCloseable {

  private final Process server;
  private final String display;

  private Screen(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /**
   * Starts the server.
   *
   * @param log receives what the server says
   * @return the screen, or nothing where Xvfb is not installed
   */
  static Optional<Screen> open(Path log) throws IOException {
    Process server;
    try {
      server =
          new ProcessBuilder(
                  "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
              .redirectError(Redirect.to(log.toFile()))
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb ended before it named its display; see " + log);
    }
    return Optional.of(new Screen(server, ":" + number));
  }

  String display() {
    return display;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
