package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hookline.dsl.cli.Main;
import org.hookline.lab.Lab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lab that somebody stops in the middle. */
class LabInterruptedKernelTest {
  private static final int LIMIT = 60;

  @TempDir private Path directory;

  @BeforeAll
  static void needsALab() {
    Lab.unavailable().ifPresent(reason -> abort(reason));
  }

  /** A test run in the background of a shell would hand on that it does not hear Ctrl-C. */
  private Process endless() throws IOException {
    return new ProcessBuilder(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "lab",
            "--random",
            "1000000",
            "--keep",
            directory.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-INT", "-TERM", "-KILL"})
  void nothingIsLeft(String signal)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Process lab = endless();
    try (BufferedReader progress =
        new BufferedReader(new InputStreamReader(lab.getErrorStream(), UTF_8))) {
      assertThat(progress.readLine()).isEqualTo("played 1 case");
      List<ProcessHandle> below = lab.descendants().toList();
      assertThat(below).as("the agent and what it runs").isNotEmpty();
      new ProcessBuilder("kill", signal, "" + lab.pid()).start().waitFor();
      assertThat(lab.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle process : below) {
        process.onExit().get(LIMIT, TimeUnit.SECONDS);
      }
    } finally {
      lab.destroyForcibly();
    }
  }
}
