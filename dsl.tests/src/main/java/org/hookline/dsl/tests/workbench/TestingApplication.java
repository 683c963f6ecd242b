package org.hookline.dsl.tests.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.testing.ITestHarness;
import org.eclipse.ui.testing.TestableObject;
import org.osgi.framework.FrameworkUtil;

/**
 * Opens the workbench as its user would, runs the tests of this bundle in it, writes one line per
 * test to the file named by the system property {@code workbench.results}, and closes it. The
 * property {@code workbench.only} leaves out test classes whose names do not contain it.
 */
public final class TestingApplication implements IApplication, ITestHarness {

  private static final String IDE = "org.eclipse.ui.ide.workbench";

  private final TestableObject workbench = PlatformUI.getTestableObject();

  @Override
  public Object start(IApplicationContext context) throws Exception {
    workbench.setTestHarness(this);
    IConfigurationElement ide =
        Platform.getExtensionRegistry()
            .getExtension(Platform.PI_RUNTIME, Platform.PT_APPLICATIONS, IDE)
            .getConfigurationElements()[0]
            .getChildren("run")[0];
    ((IApplication) ide.createExecutableExtension("class")).start(context);
    return EXIT_OK;
  }

  @Override
  public void stop() {
    // the workbench ends itself after the tests
  }

  @Override
  public void runTests() {
    workbench.testingStarting();
    try {
      Workbench.fillTheScreen();
      write(
          InnerTests.run(
              FrameworkUtil.getBundle(getClass()), System.getProperty("workbench.only", "")));
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      write(List.of(InnerResult.failed("the tests could not be run", e)));
    } finally {
      workbench.testingFinished();
    }
  }

  private static void write(List<InnerResult> results) {
    Path file = Path.of(System.getProperty("workbench.results"));
    try {
      Files.write(file, results.stream().map(InnerResult::toLine).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
