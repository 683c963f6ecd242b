package org.hookline.dsl.tests.robust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand inputs with changed bytes, changed words, cut off or repeated: to the reader of
 * texts, the importer and the command line. No exception, no input that takes ten seconds, and a
 * heap of one gigabyte is enough for all of them.
 */
class MutatedInputsTest {
  private static final long SEED = Long.getLong("seed", 20261130);
  private static final int INPUTS = 10_000;

  @TempDir private Path directory;

  @Test
  void nothingThatIsBrokenBreaksHookline() throws IOException, InterruptedException {
    System.out.println("Mutated inputs, seed " + SEED);
    Process machine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-cp",
                System.getProperty("java.class.path"),
                MutatedInputs.class.getName(),
                System.getProperty("hookline.root"),
                String.valueOf(SEED),
                String.valueOf(INPUTS))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    machine.getOutputStream().close();
    String said = new String(machine.getInputStream().readAllBytes(), UTF_8);
    assertThat(machine.waitFor()).as("seed %d%n%s", SEED, said).isZero();
    System.out.print(said);
    assertThat(said).contains("6000 texts, 3000 hosts, 1000 command lines");
  }
}
