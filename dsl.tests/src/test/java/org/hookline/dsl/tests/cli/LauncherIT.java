package org.hookline.dsl.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher at the top of the checkout, called the ways a shell user calls it. */
class LauncherIT {

  private static final Path ROOT = Path.of(System.getProperty("hookline.root"));
  private static final String LAUNCHER = ROOT.resolve("hookline").toString();

  @TempDir Path elsewhere;

  private record Ended(int exitCode, String output, String errors) {}

  @Test
  void answersFromAnyDirectory() throws Exception {
    Ended version = run(Map.of(), LAUNCHER, "--version");
    assertThat(version.output()).startsWith("hookline 0.");
    assertThat(version.errors()).isEmpty();
    assertThat(version.exitCode()).isZero();
  }

  @Test
  void answersThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("hk"), Path.of(LAUNCHER));
    Files.createSymbolicLink(elsewhere.resolve("relative"), link.getFileName());
    Ended version = run(Map.of(), "./relative", "--version");
    Files.delete(link);
    assertThat(version.output()).startsWith("hookline 0.");
  }

  @Test
  void passesTheExitCodeOn() throws Exception {
    Ended misused = run(Map.of(), LAUNCHER, "--no-such-option");
    assertThat(misused.exitCode()).isEqualTo(2);
    assertThat(misused.errors()).contains("--no-such-option");
  }

  @Test
  void handsOptionsToTheVirtualMachine() throws Exception {
    Ended shown =
        run(Map.of("HOOKLINE_JAVA_OPTS", "-XshowSettings:properties"), LAUNCHER, "--version");
    assertThat(shown.errors()).contains("file.encoding = UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hookline",
        ".ci/run",
        ".ci/measure",
        ".ci/screenshots",
        "dsl.ui/src/main/product/hookline-workbench"
      })
  void isCleanShell(String script) throws Exception {
    Ended checked;
    try {
      checked = run(Map.of(), "shellcheck", ROOT.resolve(script).toString());
    } catch (IOException e) {
      checked = abort("needs shellcheck (Debian package shellcheck)");
    }
    assertThat(checked.output()).isEmpty();
    assertThat(checked.exitCode()).isZero();
  }

  private Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path errors = elsewhere.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(errors));
  }
}
