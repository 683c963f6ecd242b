package org.hookline.dsl.tests.workbench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.osgi.framework.Bundle;

/** Runs every class of a bundle whose name ends in Test with JUnit. */
final class InnerTests implements TestExecutionListener {

  // JUnit finds its parts by the service loader, which is blind inside OSGi: they are named here.
  private static final LauncherConfig NOTHING_BY_ITSELF =
      LauncherConfig.builder()
          .enableTestEngineAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .addTestEngines(new JupiterTestEngine())
          .build();

  private final List<InnerResult> results = new ArrayList<>();

  private InnerTests() {}

  /**
   * @param only a part of the names of the classes to run; all when it is empty
   */
  static List<InnerResult> run(Bundle bundle, String only) throws ClassNotFoundException {
    List<DiscoverySelector> classes = new ArrayList<>();
    for (URL entry : Collections.list(bundle.findEntries("/", "*Test.class", true))) {
      String path = entry.getPath();
      String name = path.substring(1, path.length() - ".class".length()).replace('/', '.');
      if (name.contains(only)) {
        classes.add(selectClass(bundle.loadClass(name)));
      }
    }
    InnerTests listener = new InnerTests();
    LauncherFactory.create(NOTHING_BY_ITSELF)
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(classes).build(), listener);
    return listener.results;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String name = name(test);
    switch (result.getStatus()) {
      case SUCCESSFUL -> {
        if (test.isTest()) {
          results.add(InnerResult.passed(name));
        }
      }
      case ABORTED ->
          results.add(
              InnerResult.skipped(
                  name, result.getThrowable().map(Throwable::getMessage).orElse("aborted")));
      case FAILED ->
          results.add(
              InnerResult.failed(name, result.getThrowable().orElseGet(AssertionError::new)));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    results.add(InnerResult.skipped(name(test), reason));
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .map(
            source -> {
              if (source instanceof MethodSource method) {
                return simple(method.getClassName()) + "." + test.getDisplayName();
              }
              return source instanceof ClassSource type
                  ? simple(type.getClassName())
                  : test.getDisplayName();
            })
        .orElse(test.getDisplayName());
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
