package org.hookline.dsl.tests.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** Starts the built product on a screen of its own and reports each test that ran inside it. */
class WorkbenchIT {

  /** One class of each library that the tests inside need; its jar is the bundle. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          API.class,
          AssertionFailedError.class,
          Assertions.class,
          ByteBuddy.class,
          JUnitException.class,
          JupiterTestEngine.class,
          Launcher.class,
          ParameterizedTest.class,
          Test.class,
          TestEngine.class);

  private static final int MINUTES_TO_GIVE_UP = 30;

  private final Path directory = Path.of(System.getProperty("workbench.directory"));

  @TestFactory
  Stream<DynamicTest> insideTheWorkbench() throws Exception {
    deleteRecursively(directory);
    Files.createDirectories(directory);
    try (Screen screen = Screen.open(directory.resolve("screen.txt")).orElse(null)) {
      if (screen == null) {
        // An aborted factory would vanish from the report: the skip needs a test to its name.
        return Stream.of(
            DynamicTest.dynamicTest(
                "the workbench opens",
                () -> abort("needs a screen: install Xvfb (Debian package xvfb)")));
      }
      List<InnerResult> results = run(screen);
      List<String> errors = new ErrorLog(directory.resolve("workspace")).errors();
      return Stream.concat(
          results.stream()
              .map(result -> DynamicTest.dynamicTest(result.name(), () -> report(result))),
          Stream.of(
              DynamicTest.dynamicTest(
                  "nothing of all this is logged as an error",
                  () -> assertThat(errors).isEmpty())));
    }
  }

  private List<InnerResult> run(Screen screen) throws IOException, InterruptedException {
    Path results = directory.resolve("results.txt");
    Path console = directory.resolve("console.txt");
    Product product = new Product(Path.of(System.getProperty("workbench.product")).toRealPath());
    ProcessBuilder builder =
        new ProcessBuilder(
            product.command(
                directory,
                bundles(),
                "org.hookline.dsl.tests.application",
                List.of(
                    "-Dworkbench.results=" + results,
                    "-Dworkbench.only=" + System.getProperty("workbench.only", ""),
                    "-Dworkbench.examples=" + System.getProperty("workbench.examples"))));
    builder.environment().put("DISPLAY", screen.display());
    builder.environment().put("NO_AT_BRIDGE", "1"); // no accessibility bus, no warning about it
    Process workbench = builder.redirectErrorStream(true).redirectOutput(console.toFile()).start();
    if (!workbench.waitFor(MINUTES_TO_GIVE_UP, TimeUnit.MINUTES)) {
      workbench.destroyForcibly();
      fail("the workbench did not close within %d minutes; see %s", MINUTES_TO_GIVE_UP, console);
    }
    if (!Files.exists(results)) {
      fail("no test ran inside the workbench, which said:%n%s", Files.readString(console));
    }
    return Files.readAllLines(results).stream().map(InnerResult::parse).toList();
  }

  private static void report(InnerResult result) {
    switch (result.ending()) {
      case PASSED -> {}
      case SKIPPED -> abort(result.detail());
      case FAILED -> fail(result.detail());
    }
  }

  private static List<Path> bundles() {
    List<Path> jars = new ArrayList<>();
    for (Class<?> library : LIBRARIES) {
      try {
        jars.add(Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException("where does " + library + " come from?", e);
      }
    }
    jars.add(Path.of(System.getProperty("workbench.tests")));
    return jars;
  }

  private static void deleteRecursively(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
